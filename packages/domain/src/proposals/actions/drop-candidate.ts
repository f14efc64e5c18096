// Out of the proposal before it leaves, and why. What was frozen with her in it is frozen no longer.
import * as v from "valibot"
import { Id, StreamId } from "../../stream/line.ts"
import { action, addRow, beforeRelease, refusal } from "../action.ts"
import { candidateOf } from "../candidates.ts"

export const DropCandidate = v.strictObject({
  case: StreamId,
  person: Id,
  why: v.pipe(v.string(), v.trim(), v.minLength(1, "reason-missing"), v.maxLength(2_000, "too-long")),
})
export type DropCandidate = v.InferOutput<typeof DropCandidate>

export const dropCandidate = action({
  does: "drop-candidate",
  v: 1,
  input: DropCandidate,
  offer: beforeRelease,
  refuse: (state, input) => (candidateOf(state, input) === null ? refusal("unknown-candidate", "/person") : null),
  apply: (state, input, ctx) => addRow(state, "drops", input, ctx),
})
