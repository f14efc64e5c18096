// Somebody whom the case knew before says the same as the code did: who, reached by which way that was recorded earlier, and when.
// From here on what was asked may be done; a changed contact holds at once.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { Hash } from "../../stream/line.ts"
import { action, onceOpened, refusal } from "../action.ts"
import { codeWishOf, isSettled, pathsOf } from "../code.ts"
import { MessageRef, Moment, Short } from "../fields.ts"

export const ConfirmCode = v.strictObject({
  ...MessageRef.entries,
  /** The entry of this case that recorded the way by which she was reached. */
  path: Hash,
  /** Who said it. */
  by: Short,
  on: Moment,
})
export type ConfirmCode = v.InferOutput<typeof ConfirmCode>

export const confirmCode = action({
  does: "confirm-code",
  v: 1,
  input: ConfirmCode,
  offer: onceOpened,
  refuse: (state, input) => {
    const heard = codeWishOf(state, input)
    if (heard === null) return refusal("unknown-wish", "/seq")
    if (heard.wish.kind === "withdraw-consent") return refusal("halts-at-once", "/seq")
    if (isSettled(state, input)) return refusal("already-settled", "/seq")
    return pathsOf(state, input.ask, heard.made.seq).some((path) => path.entry === input.path)
      ? null
      : refusal("path-not-recorded-before", "/path")
  },
  apply: (state, input, ctx) => ({ ...state, codeConfirmed: [...(state.codeConfirmed ?? []), { ...input, made: madeOf(ctx) }] }),
})
