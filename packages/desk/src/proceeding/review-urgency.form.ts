// One member has looked at a standing danger: until when nothing new is expected, at most 72 hours.
import { type CaseForm, field, person } from "../case/form/spec.ts"

export const reviewUrgencyForm: CaseForm<"review-urgency"> = {
  does: "review-urgency",
  fields: [person, field("long", "/reason", "reason"), field("moment", "/until", "until")],
}
