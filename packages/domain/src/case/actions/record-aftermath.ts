// What followed a removal or an arrival: questioned at the airport, arrested, at home, in hiding. As it was told, with the day.
import * as v from "valibot"
import { PlainDate } from "../../time/index.ts"
import { action, addRow, onceOpened } from "../action.ts"
import { PersonId, words } from "../fields.ts"
import { unknownPerson } from "../find.ts"

export const RecordAftermath = v.strictObject({ person: PersonId, on: PlainDate, what: words(4_000) })
export type RecordAftermath = v.InferOutput<typeof RecordAftermath>

export const recordAftermath = action({
  does: "record-aftermath",
  v: 1,
  input: RecordAftermath,
  offer: onceOpened,
  refuse: (state, input) => unknownPerson(state, input.person),
  apply: (state, input, ctx) => addRow(state, "aftermath", input, ctx),
})
