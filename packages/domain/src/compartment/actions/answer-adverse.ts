// The answer to what was said against somebody, and what is left of it. Nobody is judged by what she could not answer.
import * as v from "valibot"
import { Text } from "../../case/fields.ts"
import { Id } from "../../stream/line.ts"
import { action, addRow, onlyIn, refusal } from "../action.ts"

export const AnswerAdverse = v.strictObject({
  note: Id,
  answer: Text,
  outcome: v.picklist(["answered", "partly", "stands"]),
})
export type AnswerAdverse = v.InferOutput<typeof AnswerAdverse>

export const answerAdverse = action({
  does: "answer-adverse",
  v: 1,
  input: AnswerAdverse,
  offer: onlyIn("adverse"),
  refuse: (state, { note }) => (state.adverse.some((row) => row.note === note) ? null : refusal("unknown-note", "/note")),
  apply: (state, input, ctx) => addRow(state, "answers", input, ctx),
})
