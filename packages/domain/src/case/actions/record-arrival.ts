// She is there. By our transfer or by any other way: an arrival is an arrival.
import * as v from "valibot"
import { DateOrInstant } from "../../time/index.ts"
import { action, addRow } from "../action.ts"
import { CountryCode, PersonId, words } from "../fields.ts"
import { unknownPerson } from "../find.ts"

export const RecordArrival = v.strictObject({
  person: PersonId,
  at: DateOrInstant,
  country: v.optional(CountryCode, "CA"),
  place: v.optional(words(200)),
  /** Protection conferred, a permit, a claim made: as written on the paper. */
  status: v.optional(words(400)),
})
export type RecordArrival = v.InferOutput<typeof RecordArrival>

export const recordArrival = action({
  does: "record-arrival",
  v: 1,
  input: RecordArrival,
  refuse: (state, input) => unknownPerson(state, input.person),
  apply: (state, input, ctx) => addRow(state, "arrivals", input, ctx),
})
