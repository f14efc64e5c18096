// Undoes one record that was a mistake. What others stand on must be struck after them, and nothing that was signed can be struck.
import { Strike } from "../../stream/strike.ts"
import { applyStrike, refuseStrike } from "../../stream/strike.ts"
import { madeOf } from "../../stream/action.ts"
import { action, onceOpened } from "../action.ts"
import { fixedTables, reliedOn } from "../relied.ts"

export { Strike }

export const strike = action({
  does: "strike",
  v: 1,
  input: Strike,
  offer: onceOpened,
  refuse: (state, input) => refuseStrike(state, input, fixedTables) ?? reliedOn(state, input.seq),
  apply: (state, input, ctx) => applyStrike(state, input, madeOf(ctx)),
})
