// Someone mentioned by someone else: "with me are Sasha from Kazan, two brothers". First form: free words, matched to cases by hand.
import * as v from "valibot"
import { Id, StreamId } from "../../stream/line.ts"
import { DateOrInstant } from "../../time/index.ts"
import { action, addRow, refusal } from "../action.ts"

const short = v.pipe(v.string(), v.trim(), v.minLength(1, "text-missing"), v.maxLength(200, "too-long"))

export const RecordSighting = v.strictObject({
  sighting: Id,
  kind: v.optional(v.picklist(["call", "flight", "transfer", "other"]), "call"),
  /** When it was seen, or when the flight is said to leave. */
  at: DateOrInstant,
  place: short,
  source: v.optional(short),
  confidence: v.picklist(["rumoured", "reported", "confirmed"]),
  people: v.pipe(
    v.array(v.strictObject({ text: short, case: v.optional(StreamId), person: v.optional(Id) })),
    v.maxLength(200, "too-many"),
  ),
  note: v.optional(v.pipe(v.string(), v.maxLength(4_000, "too-long"))),
})
export type RecordSighting = v.InferOutput<typeof RecordSighting>

export const recordSighting = action({
  does: "record-sighting",
  v: 1,
  input: RecordSighting,
  refuse: (state, input) =>
    state.sightings.some((row) => row.sighting === input.sighting) ? refusal("sighting-known", "/sighting") : null,
  apply: (state, input, ctx) => addRow(state, "sightings", input, ctx),
})
