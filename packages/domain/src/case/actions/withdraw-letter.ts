// Proposes that a letter no longer holds, or that another replaces it. It takes effect when a second member approves.
import * as v from "valibot"
import { action, addRow, refusal } from "../action.ts"
import { Reason, Saw, words } from "../fields.ts"

export const WithdrawLetter = v.strictObject({ number: words(60), why: Reason, replacedBy: v.optional(words(60)), saw: Saw })
export type WithdrawLetter = v.InferOutput<typeof WithdrawLetter>

export const withdrawLetter = action({
  does: "withdraw-letter",
  v: 1,
  kind: "judgement",
  input: WithdrawLetter,
  refuse: (state, input) =>
    !state.letters.some((row) => row.number === input.number)
      ? refusal("unknown-letter", "/number")
      : input.replacedBy === input.number
        ? refusal("replaced-by-itself", "/replacedBy")
        : null,
  apply: (state, input, ctx) => addRow(state, "letterWithdrawals", input, ctx),
})
