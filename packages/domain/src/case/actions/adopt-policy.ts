// From here on another published version of the policy judges. What was found before was found under the one before.
import * as v from "valibot"
import { PolicyPin, pinRefusal } from "../../decision/policy-pin.ts"
import { action, addRow, refusal } from "../action.ts"
import { policyPin } from "../find.ts"

export const AdoptPolicy = v.strictObject({ policy: PolicyPin })
export type AdoptPolicy = v.InferOutput<typeof AdoptPolicy>

export const adoptPolicy = action({
  does: "adopt-policy",
  v: 1,
  input: AdoptPolicy,
  refuse: (state, input, ctx) =>
    pinRefusal(ctx.policies, input.policy) ??
    (policyPin(state)?.hash === input.policy.hash ? refusal("policy-already-adopted", "/policy") : null),
  apply: (state, input, ctx) => addRow(state, "policies", input, ctx),
})
