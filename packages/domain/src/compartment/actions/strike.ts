// Undoes one record that was a mistake. What others stand on is struck after them.
import { madeOf } from "../../stream/action.ts"
import { applyStrike, refuseStrike, Strike } from "../../stream/strike.ts"
import { action, refusal } from "../action.ts"
import { standsOn } from "../views.ts"

export { Strike }

export const strike = action({
  does: "strike",
  v: 1,
  input: Strike,
  refuse: (state, input) => {
    const refused = refuseStrike(state, input, [])
    if (refused !== null) return refused
    const by = standsOn(state, input.seq)
    return by === null ? null : refusal("relied-on", "/seq", { seq: by.seq, does: by.does })
  },
  apply: (state, input, ctx) => applyStrike(state, input, madeOf(ctx)),
})
