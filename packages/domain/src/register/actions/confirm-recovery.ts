// The second member's word that the recovery was as it is written.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { Hash } from "../../stream/line.ts"
import { action, refusal } from "../action.ts"

export const ConfirmRecovery = v.strictObject({ entry: Hash })
export type ConfirmRecovery = v.InferOutput<typeof ConfirmRecovery>

export const confirmRecovery = action({
  does: "confirm-recovery",
  v: 1,
  input: ConfirmRecovery,
  refuse: (state, input, ctx) => {
    const held = state.recoveries?.find((row) => row.made.hash === input.entry)
    if (held === undefined) return refusal("nothing-to-approve", "/entry")
    if (held.made.by === ctx.by) return refusal("same-member", "/entry")
    return state.recoveriesConfirmed?.some((row) => row.entry === input.entry) === true ? refusal("already-approved", "/entry") : null
  },
  apply: (state, input, ctx) => ({
    ...state,
    recoveriesConfirmed: [...(state.recoveriesConfirmed ?? []), { ...input, made: madeOf(ctx) }],
  }),
})
