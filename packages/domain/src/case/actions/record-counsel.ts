// Who represents a person, for what, since when. Every running deadline asks this: who files, or nobody known.
import * as v from "valibot"
import { CounselFor } from "../../proceeding/event.ts"
import { PlainDate } from "../../time/index.ts"
import { action, addRow } from "../action.ts"
import { PersonId, Short, words } from "../fields.ts"
import { unknownPerson } from "../find.ts"

export const RecordCounsel = v.strictObject({
  person: PersonId,
  name: Short,
  contact: v.optional(words(2_000)),
  for: CounselFor,
  since: v.optional(PlainDate),
  until: v.optional(PlainDate),
  /** A lock on messages to this person and family. */
  onlyThroughCounsel: v.optional(v.boolean()),
})
export type RecordCounsel = v.InferOutput<typeof RecordCounsel>

export const recordCounsel = action({
  does: "record-counsel",
  v: 1,
  input: RecordCounsel,
  refuse: (state, input) => unknownPerson(state, input.person),
  apply: (state, input, ctx) => addRow(state, "counsel", input, ctx),
})
