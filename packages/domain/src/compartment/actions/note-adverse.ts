// Something that speaks against a person: what, where it comes from, how far it can be relied on. It is nobody's finding.
import * as v from "valibot"
import { PersonId, Text, words } from "../../case/fields.ts"
import { Authenticity } from "../../evidence/item.ts"
import { Id } from "../../stream/line.ts"
import { PlainDate } from "../../time/plain-date.ts"
import { action, addRow, onlyIn, refusal } from "../action.ts"

export const NoteAdverse = v.strictObject({
  note: Id,
  /** Of whom in the case; absent: of the whole family, or not known. */
  person: v.optional(PersonId),
  source: words(500),
  what: Text,
  reliable: Authenticity,
  dated: v.optional(PlainDate),
})
export type NoteAdverse = v.InferOutput<typeof NoteAdverse>

export const noteAdverse = action({
  does: "note-adverse",
  v: 1,
  input: NoteAdverse,
  offer: onlyIn("adverse"),
  refuse: (state, { note }) => (state.adverse.some((row) => row.note === note) ? refusal("noted-already", "/note") : null),
  apply: (state, input, ctx) => addRow(state, "adverse", input, ctx),
})
