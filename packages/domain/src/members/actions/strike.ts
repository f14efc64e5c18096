// Undoes one naming: what was said before it holds again.
import { madeOf } from "../../stream/action.ts"
import { applyStrike, refuseStrike, Strike } from "../../stream/strike.ts"
import { action, refusal } from "../action.ts"

export { Strike }

export const strike = action({
  does: "strike",
  v: 1,
  input: Strike,
  refuse: (state, input) =>
    refuseStrike(state, input, ["passkeys", "retired"]) ??
    // What was judged while two ids were one person must never be judged anew.
    (state.named.some((row) => row.made.seq === input.seq && row.formerly !== undefined)
      ? refusal("cannot-be-struck", "/seq", { does: "name-member" })
      : null),
  apply: (state, input, ctx) => applyStrike(state, input, madeOf(ctx)),
})
