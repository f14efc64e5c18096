// A lower level than the computed one, proposed with a reason; a second member signs.
import { type CaseForm, field, person, pick } from "../case/form/spec.ts"

export const lowerUrgencyForm: CaseForm<"lower-urgency"> = {
  does: "lower-urgency",
  signs: true,
  fields: [person, pick("/to", "lowerTo", "lowerTo", ["U", "H", "N"]), field("long", "/reason", "reason", { hint: "reasons" })],
}
