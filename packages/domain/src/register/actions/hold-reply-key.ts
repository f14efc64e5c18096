// The seed that signs answers under one reply certificate.
import * as v from "valibot"
import { action, addRow, refusal } from "../action.ts"
import { KeyNumber, Secret } from "./hold-intake-key.ts"

export const HoldReplyKey = v.strictObject({ number: KeyNumber, secret: Secret })
export type HoldReplyKey = v.InferOutput<typeof HoldReplyKey>

export const holdReplyKey = action({
  does: "hold-reply-key",
  v: 1,
  input: HoldReplyKey,
  refuse: (state, input) => (state.replyKeys.some((row) => row.number === input.number) ? refusal("key-known", "/number") : null),
  apply: (state, input, ctx) => addRow(state, "replyKeys", input, ctx),
})
