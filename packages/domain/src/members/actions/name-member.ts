// A member's name, as colleagues see it, and what she does at the desk. The last one holds. Who was here before under another id, and
// lost her keys, stays one person: two ids of hers are not four eyes.
import * as v from "valibot"
import { roles } from "../../evidence/policy.ts"
import { action, addRow, refusal } from "../action.ts"
import { personOf } from "../views.ts"

export const NameMember = v.strictObject({
  member: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1, "name-missing"), v.maxLength(100, "too-long")),
  roles: v.pipe(v.array(v.picklist(roles)), v.maxLength(10, "too-many")),
  /** Her earlier id. Said when she is first named under the new one, and never changed. */
  formerly: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
})
export type NameMember = v.InferOutput<typeof NameMember>

export const nameMember = action({
  does: "name-member",
  v: 1,
  input: NameMember,
  refuse: (state, input) => {
    if (input.formerly === undefined) return null
    if (state.named.some((row) => row.member === input.member)) return refusal("formerly-too-late", "/formerly")
    // A ring of ids would be nobody.
    return personOf(state, input.formerly) === input.member || input.formerly === input.member
      ? refusal("formerly-herself", "/formerly")
      : null
  },
  apply: (state, input, ctx) => addRow(state, "named", input, ctx),
})
