// A member's name, as colleagues see it, and what she does at the desk. The last one holds.
import * as v from "valibot"
import { roles } from "../../evidence/policy.ts"
import { action, addRow } from "../action.ts"

export const NameMember = v.strictObject({
  member: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1, "name-missing"), v.maxLength(100, "too-long")),
  roles: v.pipe(v.array(v.picklist(roles)), v.maxLength(10, "too-many")),
})
export type NameMember = v.InferOutput<typeof NameMember>

export const nameMember = action({
  does: "name-member",
  v: 1,
  input: NameMember,
  apply: (state, input, ctx) => addRow(state, "named", input, ctx),
})
