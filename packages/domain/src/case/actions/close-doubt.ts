// The answer to a doubt, with its reason. Both stay to be read.
import * as v from "valibot"
import { Id } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { Reason } from "../fields.ts"

export const CloseDoubt = v.strictObject({ doubt: Id, reason: Reason })
export type CloseDoubt = v.InferOutput<typeof CloseDoubt>

export const closeDoubt = action({
  does: "close-doubt",
  v: 1,
  input: CloseDoubt,
  refuse: (state, input) =>
    !state.doubts.some((row) => row.doubt === input.doubt)
      ? refusal("unknown-doubt", "/doubt")
      : state.doubtAnswers.some((row) => row.doubt === input.doubt)
        ? refusal("doubt-closed", "/doubt")
        : null,
  apply: (state, input, ctx) => addRow(state, "doubtAnswers", input, ctx),
})
