// The moment at a border or a flight: who received her, which papers, was she who she is, in what condition.
import * as v from "valibot"
import { Id } from "../../stream/line.ts"
import { DateOrInstant } from "../../time/index.ts"
import { action, addRow, refusal } from "../action.ts"
import { PersonId, words } from "../fields.ts"
import { unknownPerson } from "../find.ts"

export const HandOver = v.strictObject({
  transfer: Id,
  person: PersonId,
  at: DateOrInstant,
  place: words(200),
  receivedBy: words(200),
  documents: v.optional(v.pipe(v.array(words(200)), v.maxLength(30, "too-many")), []),
  identityChecked: v.boolean(),
  condition: v.optional(words(2_000)),
})
export type HandOver = v.InferOutput<typeof HandOver>

export const handOver = action({
  does: "hand-over",
  v: 1,
  input: HandOver,
  refuse: (state, input) =>
    unknownPerson(state, input.person) ??
    (state.transfers.some((row) => row.transfer === input.transfer && row.person === input.person)
      ? null
      : refusal("transfer-not-planned", "/transfer")),
  apply: (state, input, ctx) => addRow(state, "handOvers", input, ctx),
})
