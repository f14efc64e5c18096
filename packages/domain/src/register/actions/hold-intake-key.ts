// The secret that opens requests sealed to one intake certificate, kept where every member of the desk can reach it.
import * as v from "valibot"
import { action, addRow, refusal } from "../action.ts"

export const KeyNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
export const Secret = v.pipe(v.string(), v.minLength(1, "secret-malformed"), v.maxLength(8_000, "too-long"))
export const HoldIntakeKey = v.strictObject({ number: KeyNumber, secret: Secret })
export type HoldIntakeKey = v.InferOutput<typeof HoldIntakeKey>

export const holdIntakeKey = action({
  does: "hold-intake-key",
  v: 1,
  input: HoldIntakeKey,
  refuse: (state, input) => (state.intakeKeys.some((row) => row.number === input.number) ? refusal("key-known", "/number") : null),
  apply: (state, input, ctx) => addRow(state, "intakeKeys", input, ctx),
})
