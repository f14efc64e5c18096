// Where the secret lies that opens requests sealed to one intake certificate, for every member of the desk to reach.
import * as v from "valibot"
import { StreamId } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"

export const KeyNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
export const Secret = v.pipe(v.string(), v.minLength(1, "secret-malformed"), v.maxLength(8_000, "too-long"))
/** The secret itself, or the stream of its own where it lies sealed: a stream can be destroyed, a line of the register cannot. */
export const HoldIntakeKey = v.pipe(
  v.strictObject({
    number: KeyNumber,
    secret: v.optional(Secret),
    stream: v.optional(StreamId),
    recipient: v.optional(v.pipe(v.string(), v.minLength(1, "missing"), v.maxLength(8_000, "too-long"))),
  }),
  v.check(
    ({ secret, stream, recipient }) =>
      (secret === undefined) === (stream !== undefined) && (stream === undefined) === (recipient === undefined),
    "secret-malformed",
  ),
)
export type HoldIntakeKey = v.InferOutput<typeof HoldIntakeKey>

export const holdIntakeKey = action({
  does: "hold-intake-key",
  v: 1,
  input: HoldIntakeKey,
  refuse: (state, input) => (state.intakeKeys.some((row) => row.number === input.number) ? refusal("key-known", "/number") : null),
  apply: (state, input, ctx) => addRow(state, "intakeKeys", input, ctx),
})
