// Proposes to treat someone as less urgent than the clock says. It takes effect when a second member approves, and only until news.
import * as v from "valibot"
import { action, addRow } from "../action.ts"
import { PersonId, Reason, Saw } from "../fields.ts"
import { unknownPerson } from "../find.ts"

export const LowerUrgency = v.strictObject({ person: PersonId, to: v.picklist(["U", "H", "N"]), reason: Reason, saw: Saw })
export type LowerUrgency = v.InferOutput<typeof LowerUrgency>

export const lowerUrgency = action({
  does: "lower-urgency",
  v: 1,
  kind: "judgement",
  input: LowerUrgency,
  refuse: (state, input) => unknownPerson(state, input.person),
  apply: (state, input, ctx) => addRow(state, "lowerings", input, ctx),
})
