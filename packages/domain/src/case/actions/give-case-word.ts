// A word that may be said on a recorded line: whoever rings from detention says it, and the desk finds the case. It opens nothing.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { action, refusal } from "../action.ts"
import { words } from "../fields.ts"

export const GiveCaseWord = v.strictObject({ word: words(80) })
export type GiveCaseWord = v.InferOutput<typeof GiveCaseWord>

export const giveCaseWord = action({
  does: "give-case-word",
  v: 1,
  input: GiveCaseWord,
  // Somebody may carry the first one on a slip of paper: another beside it would only make her doubt.
  refuse: (state) => ((state.caseWords ?? []).length > 0 ? refusal("already-recorded", "/word") : null),
  apply: (state, input, ctx) => ({ ...state, caseWords: [...(state.caseWords ?? []), { ...input, made: madeOf(ctx) }] }),
})
