// What follows from a proposal: what it waits for, and how long a government has been silent about each person.
import { daysBetween, type PlainDate } from "../time/index.ts"
import { candidatesOf, rowsDigest } from "./candidates.ts"
import type { ProposalAnswer } from "./answer.ts"
import type { ProposalState } from "./state.ts"

type Of = { readonly case: string; readonly person: string }

const settled: ReadonlySet<ProposalAnswer> = new Set([
  "ACCEPTED",
  "ACCEPTED_CONDITIONAL",
  "REFUSED",
  "OVERTAKEN_RELEASED",
  "OVERTAKEN_REMOVED",
  "WITHDRAWN",
])

export function lastAnswer(state: ProposalState, of: Of) {
  const rows = state.answers.filter((row) => row.case === of.case && row.person === of.person)
  return rows.toSorted((a, b) => (a.on === b.on ? a.made.seq - b.made.seq : a.on < b.on ? -1 : 1)).at(-1) ?? null
}

export const isRecalled = (state: ProposalState, of: Of): boolean =>
  state.recalls.some((row) => row.case === of.case && row.person === of.person)

/**
 * Whether somebody already lies before a government through this proposal: released, not taken back, and not answered with a no. Whoever
 * does is not put forward a second time.
 */
export function liesBefore(state: ProposalState, of: Of): boolean {
  if (state.releases.length === 0 || isRecalled(state, of)) return false
  if (!candidatesOf(state).some((row) => row.case === of.case && row.person === of.person)) return false
  const answer = lastAnswer(state, of)?.answer
  return answer !== "REFUSED" && answer !== "WITHDRAWN"
}

/** Whole days since it was sent, or since they last said that they have it; null while nothing was sent, once settled, or recalled. */
export function silenceDays(state: ProposalState, of: Of, today: PlainDate): number | null {
  const sent = state.sent.at(-1)
  if (sent === undefined || isRecalled(state, of)) return null
  const answer = lastAnswer(state, of)
  if (answer !== null && settled.has(answer.answer)) return null
  const since = answer === null || answer.answer === "NO_REPLY" || answer.on < sent.on ? sent.on : answer.on
  return Math.max(0, daysBetween(since, today))
}

export type ProposalStage = "draft" | "frozen" | "approved" | "released" | "sent"

export function proposalStage(state: ProposalState, sha256: (text: string) => string): ProposalStage {
  if (state.sent.length > 0) return "sent"
  if (state.releases.length > 0) return "released"
  const frozen = standingFreeze(state, sha256)
  if (frozen === null) return "draft"
  return state.approvals.some((row) => row.entry === frozen.made.hash) ? "approved" : "frozen"
}

/** The last freeze whose rows are still what stands; null when anything changed. */
export function standingFreeze(state: ProposalState, sha256: (text: string) => string) {
  const digest = rowsDigest(state, sha256)
  return state.freezes.findLast((row) => row.digest === digest) ?? null
}

/** What changed against an earlier proposal: for a batch that follows another. */
export function comparedWith(state: ProposalState, before: ProposalState) {
  const now = candidatesOf(state)
  const then = candidatesOf(before)
  const key = (one: Of) => `${one.case}/${one.person}`
  const old = new Map(then.map((one) => [key(one), JSON.stringify(one.row)]))
  const kept = new Set(now.map(key))
  return {
    added: now.filter((one) => !old.has(key(one))),
    changed: now.filter((one) => old.has(key(one)) && old.get(key(one)) !== JSON.stringify(one.row)),
    removed: then.filter((one) => !kept.has(key(one))),
  }
}
