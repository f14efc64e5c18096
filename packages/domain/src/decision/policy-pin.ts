// A stream pins the policy that judges it by id and hash; every version ever published ships, so the pin can always be followed.
import * as v from "valibot"
import { type Policy, policyText } from "../evidence/policy.ts"
import { type Refusal, refusal } from "../refusal.ts"
import { Hash } from "../stream/line.ts"

export const PolicyPin = v.strictObject({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100, "too-long")),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  hash: Hash,
})
export type PolicyPin = v.InferOutput<typeof PolicyPin>

export interface PinnedPolicy extends PolicyPin {
  readonly policy: Policy
}

/** What a fold is given: every published policy with its hash. */
export const pinPolicies = (policies: readonly Policy[], sha256: (text: string) => string): readonly PinnedPolicy[] =>
  policies.map((policy) => ({ id: policy.id, version: policy.version, hash: sha256(policyText(policy)), policy }))

export const pinOf = ({ id, version, hash }: PinnedPolicy): PolicyPin => ({ id, version, hash })

export function findPolicy(policies: readonly PinnedPolicy[], pin: PolicyPin): Policy | null {
  return policies.find((one) => one.hash === pin.hash && one.id === pin.id && one.version === pin.version)?.policy ?? null
}

/**
 * A pin that this build cannot follow is refused. A release that ships a new policy therefore begins a new edition with it: an older
 * client then stops at the edition, instead of refusing what newer ones accept.
 */
export const pinRefusal = (policies: readonly PinnedPolicy[], pin: PolicyPin): Refusal | null =>
  findPolicy(policies, pin) === null ? refusal("policy-unknown", "/policy", { id: pin.id }) : null
