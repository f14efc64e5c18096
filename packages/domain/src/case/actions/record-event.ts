// A dated event of someone's proceeding. The clock is computed from these; nothing computed is kept.
import * as v from "valibot"
import { ProceedingEvent } from "../../proceeding/event.ts"
import { action, addRow } from "../action.ts"
import { MessageRef, PersonId } from "../fields.ts"
import { unknownPerson } from "../find.ts"

export const RecordEvent = v.strictObject({ person: PersonId, event: ProceedingEvent, source: v.optional(MessageRef) })
export type RecordEvent = v.InferOutput<typeof RecordEvent>

export const recordEvent = action({
  does: "record-event",
  v: 1,
  input: RecordEvent,
  refuse: (state, input) => unknownPerson(state, input.person),
  apply: (state, input, ctx) => addRow(state, "events", input, ctx),
})
