// Destroying for good what the desk holds of somebody. The first of two members says what, up to which heads, why, and until when her
// signatures may be used. Nothing is destroyed by this.
import * as v from "valibot"
import { Head } from "../../stream/line.ts"
import { madeOf } from "../../stream/action.ts"
import { PlainDate } from "../../time/plain-date.ts"
import { action, refusal } from "../action.ts"
import { PurgedStream, purgesOf, SignedStream } from "../purge.ts"

export const ProposePurge = v.strictObject({
  streams: v.pipe(v.array(PurgedStream), v.minLength(1, "nothing-to-purge"), v.maxLength(64, "too-many")),
  /** The last day on which they may be used. */
  until: PlainDate,
  why: v.pipe(v.string(), v.trim(), v.minLength(1, "reason-missing"), v.maxLength(2_000, "too-long")),
  /** Of each stream; the server checks them, a fold cannot. */
  signatures: v.pipe(v.array(SignedStream), v.maxLength(64, "too-many")),
  saw: Head,
})
export type ProposePurge = v.InferOutput<typeof ProposePurge>

export const proposePurge = action({
  does: "propose-purge",
  v: 1,
  kind: "judgement",
  input: ProposePurge,
  refuse: (state, input) => {
    const named = new Set(input.streams.map(({ stream }) => stream))
    if (named.size < input.streams.length) return refusal("named-twice", "/streams")
    if (input.signatures.length !== named.size || input.signatures.some(({ stream }) => !named.has(stream)))
      return refusal("signature-missing", "/signatures")
    const gone = purgesOf(state).find((one) => one.approved !== null && one.proposed.streams.some((each) => sameEnd(each, input.streams)))
    return gone === undefined ? null : refusal("already-approved", "/streams")
  },
  apply: (state, input, ctx) => ({ ...state, purges: [...(state.purges ?? []), { ...input, made: madeOf(ctx) }] }),
})

const sameEnd = (one: PurgedStream, streams: readonly PurgedStream[]): boolean =>
  streams.some((other) => other.stream === one.stream && other.hash === one.hash)
