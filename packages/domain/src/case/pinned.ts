// The policy that judges now: the last one pinned, found by its hash among those that ship.
import { findPolicy } from "../decision/policy-pin.ts"
import type { Policy } from "../evidence/policy.ts"
import type { CaseEnv } from "./action.ts"
import { policyPin } from "./find.ts"
import type { CaseState } from "./state.ts"

export function pinnedPolicy(state: CaseState, env: Pick<CaseEnv, "policies">): Policy | null {
  const pin = policyPin(state)
  return pin === null ? null : findPolicy(env.policies, pin)
}
