// A question that waits for the next contact, because nobody can ring a cell.
import * as v from "valibot"
import { Id } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { PersonId, words } from "../fields.ts"
import { unknownPeople } from "../find.ts"

export const AskNext = v.strictObject({ id: Id, text: words(2_000), person: v.optional(PersonId) })
export type AskNext = v.InferOutput<typeof AskNext>

export const askNext = action({
  does: "ask-next",
  v: 1,
  input: AskNext,
  refuse: (state, input) =>
    state.questions.some((row) => row.id === input.id)
      ? refusal("question-known", "/id")
      : unknownPeople(state, input.person === undefined ? [] : [input.person]),
  apply: (state, input, ctx) => addRow(state, "questions", input, ctx),
})
