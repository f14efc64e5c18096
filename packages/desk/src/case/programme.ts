// The programme's law and policies as the case's pages look things up in them.
import type { CaseState } from "@safe-conduct/domain/case"
import type { PolicyPin } from "@safe-conduct/domain/decision"
import type { Instrument, Policy } from "@safe-conduct/domain/evidence"
import { programme } from "@safe-conduct/russia-canada"
import type { CaseLabels } from "@safe-conduct/words/case/index.ts"

export const { law } = programme

export type RuleId = keyof CaseLabels["rules"]
export const eachRule: readonly RuleId[] = law.rules.map((rule) => rule.id as RuleId)

type Pin = Pick<PolicyPin, "id" | "version">

/** The vault has held every pin to its hash before a page sees it. */
const pinned = (pin: Pin | undefined): Policy =>
  Object.values<Policy>(programme.policies).find((policy) => policy.id === pin?.id && policy.version === pin.version) ??
  programme.currentPolicy

/** The policy that judges this case. */
export const policyOf = (state: CaseState): Policy => pinned(state.policies.at(-1)?.policy)
export const instrumentOf = (pin: Pin): Instrument => pinned(pin).instrument
