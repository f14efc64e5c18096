// The first line of a case: which policy judges it, and whether its card is for its own roster only.
import * as v from "valibot"
import { PolicyPin, pinRefusal } from "../../decision/policy-pin.ts"
import { madeOf } from "../../stream/action.ts"
import { action, addRow, refusal } from "../action.ts"
import { Short } from "../fields.ts"

export const OpenCase = v.strictObject({ policy: PolicyPin, title: v.optional(Short), restricted: v.optional(v.boolean()) })
export type OpenCase = v.InferOutput<typeof OpenCase>

export const openCase = action({
  does: "open-case",
  v: 1,
  input: OpenCase,
  offer: (state) => (state.opened === null ? null : refusal("already-opened")),
  refuse: (_state, input, ctx) => pinRefusal(ctx.policies, input.policy),
  apply: (state, input, ctx) => addRow({ ...state, opened: { ...input, made: madeOf(ctx) } }, "policies", { policy: input.policy }, ctx),
})
