// The programme's law and policies as the case's pages look things up in them.
import type { CaseState } from "@safe-conduct/domain/case"
import type { Policy } from "@safe-conduct/domain/evidence"
import { programme } from "@safe-conduct/russia-canada"
import type { CaseLabels } from "@safe-conduct/words/case/index.ts"

export const { law } = programme

export type RuleId = keyof CaseLabels["rules"]
export const eachRule: readonly RuleId[] = law.rules.map((rule) => rule.id as RuleId)

/** The policy that judges this case; the vault has held the pin to its hash. */
export function policyOf(state: CaseState): Policy {
  const pin = state.policies.at(-1)?.policy
  return Object.values<Policy>(programme.policies).find((policy) => policy.id === pin?.id && policy.version === pin.version) ?? programme.currentPolicy
}
