// Someone mentioned by someone else: "with me are Sasha from Kazan, two brothers". The words themselves lie in a stream beside the register,
// since a stream can be destroyed and a line here cannot; here stand the list's hour and place, and who of ours it was.
import * as v from "valibot"
import { Id, StreamId } from "../../stream/line.ts"
import { DateOrInstant } from "../../time/index.ts"
import { action, addRow, refusal } from "../action.ts"

const short = v.pipe(v.string(), v.trim(), v.minLength(1, "text-missing"), v.maxLength(200, "too-long"))

/** Of each person the words stand here, as they once did, or all of them lie in `words`. */
export const PeopleSeen = v.pipe(
  v.array(v.strictObject({ text: v.optional(short), case: v.optional(StreamId), person: v.optional(Id) })),
  v.maxLength(200, "too-many"),
)
export const Source = v.optional(short)

interface Said {
  readonly words?: string | undefined
  readonly source?: string | undefined
  readonly note?: string | undefined
  readonly people: v.InferOutput<typeof PeopleSeen>
}
export const inOnePlace = (said: Said) =>
  said.words === undefined
    ? said.people.some(({ text }) => text === undefined)
      ? refusal("text-missing", "/people")
      : null
    : said.source !== undefined || said.note !== undefined || said.people.some(({ text }) => text !== undefined)
      ? refusal("words-elsewhere", "/words")
      : null

export const RecordSighting = v.strictObject({
  sighting: Id,
  kind: v.optional(v.picklist(["call", "flight", "transfer", "other"]), "call"),
  /** When it was seen, or when the flight is said to leave. */
  at: DateOrInstant,
  place: short,
  source: Source,
  confidence: v.picklist(["rumoured", "reported", "confirmed"]),
  people: PeopleSeen,
  words: v.optional(StreamId),
  note: v.optional(v.pipe(v.string(), v.maxLength(4_000, "too-long"))),
})
export type RecordSighting = v.InferOutput<typeof RecordSighting>

export const recordSighting = action({
  does: "record-sighting",
  v: 1,
  input: RecordSighting,
  refuse: (state, input) =>
    state.sightings.some((row) => row.sighting === input.sighting) ? refusal("sighting-known", "/sighting") : inOnePlace(input),
  apply: (state, input, ctx) => addRow(state, "sightings", input, ctx),
})
