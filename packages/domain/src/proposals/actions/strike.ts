// Undoes a record of what was sent or answered. Candidates are dropped, not struck; what two members signed stands.
import { madeOf } from "../../stream/action.ts"
import { applyStrike, refuseStrike, Strike } from "../../stream/strike.ts"
import { action } from "../action.ts"

export { Strike }

const fixed = ["candidates", "checks", "drops", "freezes", "approvals", "releases", "recalls"]

export const strike = action({
  does: "strike",
  v: 1,
  input: Strike,
  refuse: (state, input) => refuseStrike(state, input, fixed),
  apply: (state, input, ctx) => applyStrike(state, input, madeOf(ctx)),
})
