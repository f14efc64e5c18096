// The policy that new cases and proposals of this desk begin under.
import * as v from "valibot"
import { PolicyPin, pinRefusal } from "../../decision/policy-pin.ts"
import { action, addRow, refusal } from "../action.ts"

export const AdoptPolicy = v.strictObject({ policy: PolicyPin })
export type AdoptPolicy = v.InferOutput<typeof AdoptPolicy>

export const adoptPolicy = action({
  does: "adopt-policy",
  v: 1,
  input: AdoptPolicy,
  refuse: (state, input, ctx) =>
    pinRefusal(ctx.policies, input.policy) ??
    (state.policies.at(-1)?.policy.hash === input.policy.hash ? refusal("policy-already-adopted", "/policy") : null),
  apply: (state, input, ctx) => addRow(state, "policies", input, ctx),
})
