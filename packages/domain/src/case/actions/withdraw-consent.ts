// Halts disclosure at once, in an open case or a closed one. It cannot be struck: whoever was mistaken gives the consent anew.
import * as v from "valibot"
import { Id } from "../../stream/line.ts"
import { action, addRow, onceOpened, refusal } from "../action.ts"
import { MessageRef, Reason } from "../fields.ts"

export const WithdrawConsent = v.strictObject({
  consent: Id,
  why: Reason,
  by: v.picklist(["person", "guardian", "asker", "desk"]),
  source: v.optional(MessageRef),
})
export type WithdrawConsent = v.InferOutput<typeof WithdrawConsent>

export const withdrawConsent = action({
  does: "withdraw-consent",
  v: 1,
  input: WithdrawConsent,
  offer: onceOpened,
  refuse: (state, input) =>
    !state.consents.some((row) => row.id === input.consent)
      ? refusal("unknown-consent", "/consent")
      : state.withdrawals.some((row) => row.consent === input.consent)
        ? refusal("already-withdrawn", "/consent")
        : null,
  apply: (state, input, ctx) => addRow(state, "withdrawals", input, ctx),
})
