// Where the secret lies that opens what came on paper under one certificate: in a stream of its own, which can be destroyed.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { StreamId } from "../../stream/line.ts"
import { action, refusal } from "../action.ts"
import { KeyNumber } from "./hold-intake-key.ts"

export const HoldPaperKey = v.strictObject({
  number: KeyNumber,
  stream: StreamId,
  recipient: v.pipe(v.string(), v.minLength(1, "missing"), v.maxLength(8_000, "too-long")),
})
export type HoldPaperKey = v.InferOutput<typeof HoldPaperKey>

export const holdPaperKey = action({
  does: "hold-paper-key",
  v: 1,
  input: HoldPaperKey,
  refuse: (state, input) => ((state.paperKeys ?? []).some((row) => row.number === input.number) ? refusal("key-known", "/number") : null),
  apply: (state, input, ctx) => ({ ...state, paperKeys: [...(state.paperKeys ?? []), { ...input, made: madeOf(ctx) }] }),
})
