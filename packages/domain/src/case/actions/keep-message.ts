// What somebody wrote to the desk, laid into the case as it was opened, before the key that opens it is destroyed: from then on it is
// read here and nowhere else.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { Hash, Seq, StreamId } from "../../stream/line.ts"
import { action, refusal } from "../action.ts"

export const KeepMessage = v.strictObject({
  ask: StreamId,
  seq: Seq,
  /** Of the entry in the mailbox: it says whose word this is. */
  hash: Hash,
  /** JSON, exactly what was sealed. */
  body: v.pipe(v.string(), v.minLength(1, "missing"), v.maxLength(400_000, "too-long")),
})
export type KeepMessage = v.InferOutput<typeof KeepMessage>

export const keepMessage = action({
  does: "keep-message",
  v: 1,
  input: KeepMessage,
  refuse: (state, { ask, seq }) =>
    !state.requests.some((row) => row.ask === ask)
      ? refusal("request-not-joined", "/ask")
      : state.messages?.some((row) => row.ask === ask && row.seq === seq)
        ? refusal("already-recorded", "/seq")
        : null,
  apply: (state, input, ctx) => ({ ...state, messages: [...(state.messages ?? []), { ...input, made: madeOf(ctx) }] }),
})
