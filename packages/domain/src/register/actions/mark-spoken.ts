// The words of a mailbox that has no case yet were said where others may listen: it is answered in fixed sentences alone.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { Seq, StreamId } from "../../stream/line.ts"
import { action, refusal } from "../action.ts"

/** `said`: the message by which she told us so herself; absent where a member knows it. */
export const MarkSpoken = v.strictObject({ ask: StreamId, said: v.optional(Seq) })
export type MarkSpoken = v.InferOutput<typeof MarkSpoken>

export const markSpoken = action({
  does: "mark-spoken",
  v: 1,
  input: MarkSpoken,
  refuse: (state, { ask }) => ((state.spokenCodes ?? []).some((row) => row.ask === ask) ? refusal("already-recorded", "/ask") : null),
  apply: (state, input, ctx) => ({ ...state, spokenCodes: [...(state.spokenCodes ?? []), { ...input, made: madeOf(ctx) }] }),
})
