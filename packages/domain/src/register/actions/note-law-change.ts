// Somebody of a case has read what changed law did to its dates. Until then Today says it again.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { Hash, StreamId } from "../../stream/line.ts"
import { action, refusal } from "../action.ts"

export const NoteLawChange = v.strictObject({
  case: StreamId,
  /** The second signature under the last change that was on the screen. */
  upTo: Hash,
})
export type NoteLawChange = v.InferOutput<typeof NoteLawChange>

export const noteLawChange = action({
  does: "note-law-change",
  v: 1,
  input: NoteLawChange,
  refuse: (state, input) =>
    state.lawApprovals?.some((row) => row.made.hash === input.upTo) === true ? null : refusal("nothing-to-note", "/upTo"),
  apply: (state, input, ctx) => ({ ...state, lawNotes: [...(state.lawNotes ?? []), { ...input, made: madeOf(ctx) }] }),
})
