// Can this person be put into a proposal now, and on which facts. The one missing thing is said where she cannot.
import { findPolicy } from "../../decision/policy-pin.ts"
import type { Policy, ProposalKind } from "../../evidence/policy.ts"
import type { CandidateFacts } from "../../proposals/facts.ts"
import { type Refusal, refusal } from "../../refusal.ts"
import { ageAt } from "../../person/date.ts"
import type { CaseEnv } from "../action.ts"
import { consentsOf, coverOf } from "../consents.ts"
import { asksNaming, isRemovedToRussia, policyPin, unknownPerson } from "../find.ts"
import { bornOf, personOf } from "../person.ts"
import type { CaseState } from "../state.ts"
import { consentMissing, dayOf, familyReadiness } from "./family.ts"
import { findingOf, splitOf } from "./signed.ts"

/** `alsoNeeded`: the family code's scope, where the row will carry one. */
export function candidateFacts(
  state: CaseState,
  person: string,
  kind: ProposalKind,
  on: number,
  env: Pick<CaseEnv, "policies">,
): CandidateFacts | Refusal {
  const pin = policyPin(state)
  const policy = pin === null ? null : findPolicy(env.policies, pin)
  if (policy === null) return refusal("policy-unknown")
  const unknown = unknownPerson(state, person)
  if (unknown !== null) return unknown
  if (isRemovedToRussia(state, person)) return refusal("already-removed", "/person")
  const finding = findingOf(state, person)
  if (finding === null) return refusal("no-finding", "/person")
  if (finding.recommendation.outcome !== "met") return refusal("finding-not-met", "/person")
  if (finding.changed.length > 0) return refusal("finding-evidence-changed", "/person", { evidence: finding.changed[0] ?? "" })
  const missing = consentMissing(state, policy, kind, person, on)
  if (missing !== null) return refusal(missing, "/person")
  const family = familyReadiness(state, policy, kind, on)
  if (!family.mayGo.includes(person))
    return refusal("family-not-ready", "/person", { state: family.state, block: family.blocks[0]?.code ?? "" })
  const split = splitOf(state)?.approval
  return {
    finding: finding.approval.made.hash,
    minor: isMinorAt(state, policy, person, on),
    consents: citedConsents(state, policy, kind, person, on),
    family: { state: family.state, ...(family.state === "PARTIAL_CONSENTED" && split ? { split: split.made.hash } : {}) },
    asks: [...asksNaming(state, [person])],
  }
}

/** The same ages as `satisfies`: unknown counts as adult, who alone can speak. */
function isMinorAt(state: CaseState, policy: Policy, person: string, on: number): boolean {
  const born = bornOf(state, person)
  return born !== undefined && ageAt(born, dayOf(on)) < policy.consents.adultAt
}

function citedConsents(state: CaseState, policy: Policy, kind: ProposalKind, person: string, on: number): CandidateFacts["consents"] {
  const scopes = [...policy.consents.needed[kind], policy.consents.familyCode]
  return consentsOf(state, person, on).flatMap(({ id, consent, entry }) => {
    const who = consent.givenBy.who
    const live = consent.withdrawn === undefined && (consent.until === undefined || consent.until > on) && consent.how !== "reported"
    if (!live || who === "asker" || who === "counsel" || !scopes.includes(consent.scope)) return []
    return [{ scope: consent.scope, id, entry: entry.hash, givenBy: who }]
  })
}

/** May a family code that shows this relative be used: her own yes to being shown as family. */
export function mayShowFamily(state: CaseState, policy: Policy, person: string, relative: string, on: number): boolean {
  return personOf(state, relative) !== null && coverOf(state, policy, person, policy.consents.familyCode, on, relative).ok
}
