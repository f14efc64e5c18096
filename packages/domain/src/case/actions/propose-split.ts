// Some of a family would go first. A reasoned judgement that a second member must approve, and that the adults concerned must agree to.
import * as v from "valibot"
import { action, addRow, refusal } from "../action.ts"
import { PersonId, Reason, Saw } from "../fields.ts"
import { unknownPeople } from "../find.ts"

export const ProposeSplit = v.strictObject({
  /** Who goes; everyone else in the case stays for now. */
  people: v.pipe(v.array(PersonId), v.minLength(1, "person-missing"), v.maxLength(20, "too-many")),
  reason: Reason,
  saw: Saw,
})
export type ProposeSplit = v.InferOutput<typeof ProposeSplit>

export const proposeSplit = action({
  does: "propose-split",
  v: 1,
  kind: "judgement",
  input: ProposeSplit,
  refuse: (state, input) =>
    unknownPeople(state, input.people, "/people") ??
    (state.people.every((row) => input.people.includes(row.person)) ? refusal("not-a-split", "/people") : null),
  apply: (state, input, ctx) => addRow(state, "splits", input, ctx),
})
