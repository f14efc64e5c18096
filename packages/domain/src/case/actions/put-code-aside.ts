// What the code asked is not done, and why: nobody who was known before says the same, or they say otherwise.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { action, onceOpened, refusal } from "../action.ts"
import { codeWishOf, isSettled } from "../code.ts"
import { MessageRef, Reason } from "../fields.ts"

export const PutCodeAside = v.strictObject({ ...MessageRef.entries, why: Reason })
export type PutCodeAside = v.InferOutput<typeof PutCodeAside>

export const putCodeAside = action({
  does: "put-code-aside",
  v: 1,
  input: PutCodeAside,
  offer: onceOpened,
  refuse: (state, input) => {
    const heard = codeWishOf(state, input)
    if (heard === null) return refusal("unknown-wish", "/seq")
    // A consent taken back is answered by a new yes, not by a reason of ours.
    if (heard.wish.kind === "withdraw-consent") return refusal("halts-at-once", "/seq")
    return isSettled(state, input) ? refusal("already-settled", "/seq") : null
  },
  apply: (state, input, ctx) => ({ ...state, codePutAside: [...(state.codePutAside ?? []), { ...input, made: madeOf(ctx) }] }),
})
