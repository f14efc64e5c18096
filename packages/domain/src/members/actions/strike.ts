// Undoes one naming: what was said before it holds again.
import { madeOf } from "../../stream/action.ts"
import { applyStrike, refuseStrike, Strike } from "../../stream/strike.ts"
import { action } from "../action.ts"

export { Strike }

export const strike = action({
  does: "strike",
  v: 1,
  input: Strike,
  refuse: (state, input) => refuseStrike(state, input, []),
  apply: (state, input, ctx) => applyStrike(state, input, madeOf(ctx)),
})
