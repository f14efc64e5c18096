// The words of this mailbox were said where others may listen. From here on it is answered in fixed sentences alone, and for good: a
// word that was heard is not unheard.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { Seq, StreamId } from "../../stream/line.ts"
import { action, onceOpened, refusal } from "../action.ts"
import { isSpoken } from "../code.ts"

/** `said`: the message by which she told us so herself; absent where a member knows it. */
export const MarkSpoken = v.strictObject({ ask: StreamId, said: v.optional(Seq) })
export type MarkSpoken = v.InferOutput<typeof MarkSpoken>

export const markSpoken = action({
  does: "mark-spoken",
  v: 1,
  input: MarkSpoken,
  offer: onceOpened,
  refuse: (state, { ask }) =>
    !state.requests.some((row) => row.ask === ask)
      ? refusal("request-not-joined", "/ask")
      : isSpoken(state, ask)
        ? refusal("already-recorded", "/ask")
        : null,
  apply: (state, input, ctx) => ({ ...state, spokenCodes: [...(state.spokenCodes ?? []), { ...input, made: madeOf(ctx) }] }),
})
