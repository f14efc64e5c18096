// A proposal begins: to Canada (referral) or to the United States (note), under which policy's allow-list.
import * as v from "valibot"
import { PolicyPin, pinRefusal } from "../../decision/policy-pin.ts"
import { proposalKinds } from "../../evidence/policy.ts"
import { madeOf } from "../../stream/action.ts"
import { action, refusal } from "../action.ts"

export const OpenProposal = v.strictObject({
  kind: v.picklist(proposalKinds),
  policy: PolicyPin,
  title: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1, "text-missing"), v.maxLength(200, "too-long"))),
})
export type OpenProposal = v.InferOutput<typeof OpenProposal>

export const openProposal = action({
  does: "open-proposal",
  v: 1,
  input: OpenProposal,
  offer: (state) => (state.opened === null ? null : refusal("already-opened")),
  refuse: (_state, input, ctx) => pinRefusal(ctx.policies, input.policy),
  apply: (state, input, ctx) => ({ ...state, opened: { ...input, made: madeOf(ctx) } }),
})
