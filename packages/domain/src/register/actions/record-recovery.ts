// The recovery key was used: when, by which trustees, and why. Written by whoever goes on working, when somebody does; it counts once a
// second member has confirmed it, and it cannot be struck.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { PlainDate } from "../../time/plain-date.ts"
import { action, refusal } from "../action.ts"

export const RecordRecovery = v.strictObject({
  /** The number of the certificate, as the command printed it. */
  ceremony: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** Places of the shares that came together. */
  shares: v.pipe(
    v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(20))),
    v.minLength(2, "too-few-shares"),
    v.maxLength(20, "too-many"),
  ),
  on: PlainDate,
  why: v.pipe(v.string(), v.trim(), v.minLength(1, "reason-missing"), v.maxLength(2_000, "too-long")),
})
export type RecordRecovery = v.InferOutput<typeof RecordRecovery>

export const recordRecovery = action({
  does: "record-recovery",
  v: 1,
  input: RecordRecovery,
  refuse: (_state, input) => (new Set(input.shares).size === input.shares.length ? null : refusal("repeated-share", "/shares")),
  apply: (state, input, ctx) => ({ ...state, recoveries: [...(state.recoveries ?? []), { ...input, made: madeOf(ctx) }] }),
})
