// She was put on the plane: an outcome like any other, and never left out. After a removal to Russia nobody writes to her family's
// mailboxes unless a message came from there later: the guards keep where those mailboxes stood when this was recorded.
import * as v from "valibot"
import { DateOrInstant } from "../../time/index.ts"
import { action, addRow, onceOpened } from "../action.ts"
import { CountryCode, PersonId } from "../fields.ts"
import { asksNaming, unknownPerson } from "../find.ts"

export const RecordRemoval = v.strictObject({ person: PersonId, to: CountryCode, at: DateOrInstant, seen: v.optional(v.boolean()) })
export type RecordRemoval = v.InferOutput<typeof RecordRemoval>

export const recordRemoval = action({
  does: "record-removal",
  v: 1,
  input: RecordRemoval,
  offer: onceOpened,
  refuse: (state, input) => unknownPerson(state, input.person),
  guards: (state, input) => asksNaming(state, [input.person]),
  apply: (state, input, ctx) => addRow(state, "removals", { ...input, mailboxes: ctx.guards }, ctx),
})
