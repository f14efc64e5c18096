// How far she has read a stream. It never goes back.
import * as v from "valibot"
import { Seq, StreamId } from "../../stream/line.ts"
import { action, addRow } from "../action.ts"

export const MarkRead = v.strictObject({ stream: StreamId, seq: Seq })
export type MarkRead = v.InferOutput<typeof MarkRead>

export const markRead = action({
  does: "mark-read",
  v: 1,
  input: MarkRead,
  apply: (state, input, ctx) => {
    const known = state.read.find((row) => row.stream === input.stream)
    if (known !== undefined && known.seq >= input.seq) return state
    return addRow({ ...state, read: state.read.filter((row) => row.stream !== input.stream) }, "read", input, ctx)
  },
})
