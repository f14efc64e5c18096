// Who is in the proposal now, what is frozen about them, and whether the facts that let them in still hold.
import type { Policy } from "../evidence/policy.ts"
import { findPolicy } from "../decision/policy-pin.ts"
import { type Refusal, refusal } from "../refusal.ts"
import { canonical } from "../stream/canonical.ts"
import type { Guard } from "../stream/line.ts"
import type { ProposalEnv } from "./action.ts"
import { annexRow, type AnnexRow } from "./annex.ts"
import type { CandidateFacts } from "./facts.ts"
import type { ProposalState } from "./state.ts"

export interface Candidate {
  readonly case: string
  readonly person: string
  readonly row: AnnexRow
  /** The latest check: what was found, and where case and mailboxes stood. */
  readonly facts: CandidateFacts
  readonly heads: readonly Guard[]
  readonly seq: number
}

const same = (a: { case: string; person: string }, b: { case: string; person: string }) => a.case === b.case && a.person === b.person

/** In the order of adding; a dropped candidate may be added again. */
export function candidatesOf(state: ProposalState): readonly Candidate[] {
  return state.candidates
    .filter((row) => !state.drops.some((drop) => same(drop, row) && drop.made.seq > row.made.seq))
    .map((row) => {
      const check = state.checks.findLast((one) => same(one, row) && one.made.seq > row.made.seq)
      const heads = (check ?? row).heads
      return { case: row.case, person: row.person, row: row.row, facts: (check ?? row).facts, heads, seq: row.made.seq }
    })
}

export const candidateOf = (state: ProposalState, of: { case: string; person: string }): Candidate | null =>
  candidatesOf(state).find((one) => same(one, of)) ?? null

export const pinnedPolicy = (state: ProposalState, env: Pick<ProposalEnv, "policies">): Policy | null =>
  state.opened === null ? null : findPolicy(env.policies, state.opened.policy)

/** Exactly what leaves: kind and rows, as one text with one hash. */
export const rowsText = (state: ProposalState): string =>
  canonical({ kind: state.opened?.kind ?? null, rows: candidatesOf(state).map(({ case: of, person, row }) => ({ case: of, person, row })) })

export const rowsDigest = (state: ProposalState, sha256: (text: string) => string): string => sha256(rowsText(state))

/** The row must be what the allow-list lets through, whole: nothing beside it, nothing missing. */
export function rowFault(policy: Policy, kind: "referral" | "note", row: AnnexRow): Refusal | null {
  const allowed = annexRow(row, policy.annex[kind], { keys: policy.neverDisclose })
  if ("error" in allowed && typeof allowed.error === "string" && !("error" in row))
    return { ...(allowed as Refusal), at: `/row${(allowed as Refusal).at ?? ""}` }
  const beside = Object.keys(row).find((key) => !Object.hasOwn(allowed, key))
  return beside === undefined ? null : refusal("not-in-annex", `/row/${beside}`)
}

/** The consents, the family and the finding that let a person in, as the client found them in her case. */
export function factsFault(policy: Policy, kind: "referral" | "note", row: AnnexRow, facts: CandidateFacts): Refusal | null {
  const needed = [...policy.consents.needed[kind], ...(Object.hasOwn(row, "familyCode") ? [policy.consents.familyCode] : [])]
  for (const scope of needed) {
    const cited = facts.consents.filter((one) => one.scope === scope)
    if (cited.length === 0) return refusal("consent-none", "/facts/consents", { scope })
    const counts = facts.minor ? cited.some((one) => one.givenBy !== "person") : cited.some((one) => one.givenBy === "person")
    if (!counts) return refusal(facts.minor ? "consent-guardian-needed" : "consent-by-someone-else", "/facts/consents", { scope })
  }
  const split = facts.family.state === "PARTIAL_CONSENTED"
  if (split && facts.family.split === undefined) return refusal("split-not-approved", "/facts/family/split")
  return split || facts.family.state === "COMPLETE"
    ? null
    : refusal("family-not-ready", "/facts/family/state", { state: facts.family.state })
}
