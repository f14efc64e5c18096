// Looking things up in a case, and the refusals that a wrong reference earns.
import type { PolicyPin } from "../decision/policy-pin.ts"
import { type Refusal, refusal } from "../refusal.ts"
import type { CaseState } from "./state.ts"

export const policyPin = (state: CaseState): PolicyPin | null => state.policies.at(-1)?.policy ?? null

export const unknownPerson = (state: CaseState, person: string, at = "/person"): Refusal | null =>
  state.people.some((row) => row.person === person) ? null : refusal("unknown-person", at)

export function unknownPeople(state: CaseState, people: readonly string[], at = "/person"): Refusal | null {
  return people.every((person) => unknownPerson(state, person) === null) ? null : refusal("unknown-person", at)
}

export function unknownClaims(state: CaseState, claims: readonly string[], at = "/claims"): Refusal | null {
  return claims.every((claim) => state.claims.some((row) => row.claim === claim)) ? null : refusal("unknown-claim", at)
}

export const unknownEvidence = (state: CaseState, evidence: string): Refusal | null =>
  state.evidence.some((row) => row.evidence === evidence) ? null : refusal("unknown-evidence", "/evidence")

export const claimsOf = (state: CaseState, person: string): readonly string[] =>
  state.claims.filter((row) => row.person === person).map((row) => row.claim)

/** What an item now is: its binding, or the latest reassessment of it. */
export function assessmentOf(state: CaseState, evidence: string) {
  return state.reassessments.findLast((row) => row.evidence === evidence) ?? state.evidence.find((row) => row.evidence === evidence) ?? null
}

/** Every item bound to a claim of hers, with the hash of the entry that last said what it is. */
export function standingEvidence(state: CaseState, person: string): readonly { readonly id: string; readonly hash: string }[] {
  const claims = claimsOf(state, person)
  return state.evidence.flatMap((row) => {
    const now = assessmentOf(state, row.evidence)
    return now?.claims.some((claim) => claims.includes(claim)) ? [{ id: row.evidence, hash: now.made.hash }] : []
  })
}

export const asksNaming = (state: CaseState, people: readonly string[]): readonly string[] =>
  state.requests.filter((row) => row.people.some((one) => people.includes(one.person))).map((row) => row.ask)

export const isRemovedToRussia = (state: CaseState, person: string): boolean =>
  state.removals.some((row) => row.person === person && row.to === "RU")
