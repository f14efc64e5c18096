// A person takes back her yes after the proposal left: it cannot be unsent, so it is recalled, and the log of what left stays.
import * as v from "valibot"
import { Id, StreamId } from "../../stream/line.ts"
import { action, addRow, afterRelease, refusal } from "../action.ts"
import { candidateOf } from "../candidates.ts"

export const Recall = v.strictObject({
  case: StreamId,
  person: Id,
  why: v.pipe(v.string(), v.trim(), v.minLength(1, "reason-missing"), v.maxLength(2_000, "too-long")),
})
export type Recall = v.InferOutput<typeof Recall>

export const recall = action({
  does: "recall",
  v: 1,
  input: Recall,
  offer: afterRelease,
  refuse: (state, input) =>
    candidateOf(state, input) === null
      ? refusal("unknown-candidate", "/person")
      : state.recalls.some((row) => row.case === input.case && row.person === input.person)
        ? refusal("already-recalled", "/person")
        : null,
  apply: (state, input, ctx) => addRow(state, "recalls", input, ctx),
})
