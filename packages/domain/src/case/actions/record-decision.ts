// What a government decided, as it was told to us: recorded, never generated.
import * as v from "valibot"
import { StreamId } from "../../stream/line.ts"
import { PlainDate } from "../../time/index.ts"
import { action, addRow, refusal } from "../action.ts"
import { PersonId, words } from "../fields.ts"
import { unknownPerson } from "../find.ts"

export const RecordDecision = v.strictObject({
  person: PersonId,
  government: v.picklist(["CA", "US"]),
  reference: words(200),
  outcome: words(2_000),
  on: PlainDate,
  file: v.optional(StreamId),
})
export type RecordDecision = v.InferOutput<typeof RecordDecision>

export const recordDecision = action({
  does: "record-decision",
  v: 1,
  input: RecordDecision,
  refuse: (state, input) =>
    input.file !== undefined && !state.files.some((row) => row.file.id === input.file)
      ? refusal("unknown-file", "/file")
      : unknownPerson(state, input.person),
  apply: (state, input, ctx) => addRow(state, "decisions", input, ctx),
})
