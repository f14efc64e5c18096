// One member has looked at a standing danger and says until when nothing new is expected. The level stays what it is.
import * as v from "valibot"
import { action, addRow, refusal } from "../action.ts"
import { Moment, PersonId, Reason } from "../fields.ts"
import { unknownPerson } from "../find.ts"

export const ReviewUrgency = v.strictObject({ person: PersonId, reason: Reason, until: Moment })
export type ReviewUrgency = v.InferOutput<typeof ReviewUrgency>

const longest = 72 * 3_600_000

export const reviewUrgency = action({
  does: "review-urgency",
  v: 1,
  input: ReviewUrgency,
  refuse: (state, input, ctx) =>
    unknownPerson(state, input.person) ??
    (input.until <= ctx.at || input.until - ctx.at > longest ? refusal("review-too-long", "/until", { hours: 72 }) : null),
  apply: (state, input, ctx) => addRow(state, "reviews", input, ctx),
})
