// Goes up by exactly one and carries the release key's signature over the number, which is checked before folding.
// What it changes is the edition by which later lines are judged; the state stays as it is.
import * as v from "valibot"
import type { ActionFile, Surroundings } from "./action.ts"

export const BeginEdition = v.strictObject({
  edition: v.pipe(v.number(), v.safeInteger(), v.minValue(2)),
  signature: v.pipe(v.string(), v.minLength(1, "signature-missing"), v.maxLength(10_000, "too-long")),
})
export type BeginEdition = v.InferOutput<typeof BeginEdition>

export const beginEditionOf = <State, Env extends Surroundings>(): ActionFile<"begin-edition", typeof BeginEdition, State, Env> => ({
  does: "begin-edition",
  v: 1,
  kind: "record",
  input: BeginEdition,
  earlier: [],
  offer: () => null,
  refuse: () => null,
  guards: () => [],
  apply: (state) => state,
})
