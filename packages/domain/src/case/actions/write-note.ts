// What was said, rung, written or nudged. A nudge and an outgoing letter reach someone, so the lock after a removal holds for them.
import * as v from "valibot"
import { action, addRow, onceOpened } from "../action.ts"
import { contactLock } from "../contact.ts"
import { MessageRef, PersonId, Text } from "../fields.ts"
import { unknownPeople } from "../find.ts"

export const WriteNote = v.strictObject({
  kind: v.picklist(["note", "call", "letter", "nudge"]),
  text: Text,
  person: v.optional(PersonId),
  /** `out`: from us to them. A nudge always is; a call or a letter is what it says. */
  direction: v.optional(v.picklist(["in", "out"])),
  mentions: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(50, "too-many"))),
  repliesTo: v.optional(MessageRef),
})
export type WriteNote = v.InferOutput<typeof WriteNote>

const reachesThem = (input: WriteNote) => input.kind === "nudge" || (input.kind !== "note" && input.direction === "out")

export const writeNote = action({
  does: "write-note",
  v: 1,
  input: WriteNote,
  offer: onceOpened,
  refuse: (state, input) =>
    unknownPeople(state, input.person === undefined ? [] : [input.person]) ??
    (reachesThem(input) ? contactLock(state, input.person === undefined ? "anyone" : [input.person], input.repliesTo) : null),
  apply: (state, input, ctx) => addRow(state, "notes", input, ctx),
})
