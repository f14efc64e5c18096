// A waiting question was put, with the answer where one came.
import * as v from "valibot"
import { Id } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { words } from "../fields.ts"

export const Asked = v.strictObject({ id: Id, answer: v.optional(words(4_000)) })
export type Asked = v.InferOutput<typeof Asked>

export const asked = action({
  does: "asked",
  v: 1,
  input: Asked,
  refuse: (state, input) =>
    !state.questions.some((row) => row.id === input.id)
      ? refusal("unknown-question", "/id")
      : state.asked.some((row) => row.id === input.id)
        ? refusal("already-asked", "/id")
        : null,
  apply: (state, input, ctx) => addRow(state, "asked", input, ctx),
})
