// Two lanes on every case, and neither gates the other: stopping a plane needs no proof of activism, going to Canada does.
import type { Policy } from "../../evidence/policy.ts"
import { judge, type Judgement } from "../../evidence/standard.ts"
import type { CaseRow, CaseState } from "../state.ts"
import { isClosed } from "../state.ts"
import { dossierOf } from "./dossier.ts"
import { counselOf, lastConfirmed, whereabouts } from "./people.ts"
import { type Finding, findingOf, waitingSignatures } from "./signed.ts"

export interface ProtectionLane {
  readonly where: CaseRow<"custody"> | null
  readonly confirmed: string | null
  readonly counsel: readonly CaseRow<"counsel">[]
  readonly onlyThroughCounsel: boolean
  readonly removal: CaseRow<"removals"> | null
}

export function protectionLane(state: CaseState, person: string): ProtectionLane {
  const counsel = counselOf(state, person)
  return {
    where: whereabouts(state, person),
    confirmed: lastConfirmed(state, person),
    counsel,
    onlyThroughCounsel: counsel.some((row) => row.onlyThroughCounsel === true),
    removal: state.removals.findLast((row) => row.person === person) ?? null,
  }
}

export const canadaRungs = [
  "not-begun",
  "claimed",
  "evidenced",
  "standard-met",
  "recommended",
  "found",
  "proposed",
  "accepted",
  "transfer-planned",
  "handed-over",
  "arrived",
] as const
export type CanadaRung = (typeof canadaRungs)[number]

export interface CanadaLane {
  readonly rung: CanadaRung
  readonly judgement: Judgement
  readonly finding: Finding | null
  readonly transfer: CaseRow<"transfers"> | null
  readonly proposals: readonly CaseRow<"proposals">[]
}

export function canadaLane(state: CaseState, person: string, policy: Policy): CanadaLane {
  const judgement = judge(dossierOf(state, person), policy.standard)
  const finding = findingOf(state, person)
  const proposals = state.proposals.filter((row) => row.person === person)
  const transfer = state.transfers.findLast((row) => row.person === person) ?? null
  return { rung: rungOf(state, person, judgement.met), judgement, finding, transfer, proposals }
}

/** How far the road to Canada has come; without a judgement of the evidence, the rungs that need one are passed over. */
export function rungOf(state: CaseState, person: string, met = false): CanadaRung {
  const hers = (row: { readonly person: string }) => row.person === person
  if (state.arrivals.some(hers)) return "arrived"
  if (state.handOvers.some(hers)) return "handed-over"
  if (state.transfers.some(hers)) return "transfer-planned"
  const proposed = state.proposals.filter(hers)
  const last = proposed.at(-1)
  if (last !== undefined && last.step !== "dropped" && last.step !== "recalled") {
    return proposed.some((row) => row.answer === "ACCEPTED" || row.answer === "ACCEPTED_CONDITIONAL") ? "accepted" : "proposed"
  }
  if (findingOf(state, person)?.recommendation.outcome === "met") return "found"
  if (waitingSignatures(state).some((one) => one.what === "recommendation" && one.row.person === person)) return "recommended"
  if (met) return "standard-met"
  const claims = state.claims.filter(hers).map((row) => row.claim)
  if (claims.length === 0) return "not-begun"
  return state.evidence.some((row) => row.claims.some((claim) => claims.includes(claim))) ? "evidenced" : "claimed"
}

export const caseStages = [
  "opened",
  "in-verification",
  "waiting-signature",
  "found",
  "proposed",
  "transfer-planned",
  "arrived",
  "removed",
  "closed",
] as const
export type CaseStage = (typeof caseStages)[number]

const stageOfRung: Readonly<Record<CanadaRung, CaseStage>> = {
  "not-begun": "opened",
  claimed: "in-verification",
  evidenced: "in-verification",
  "standard-met": "in-verification",
  recommended: "waiting-signature",
  found: "found",
  proposed: "proposed",
  accepted: "proposed",
  "transfer-planned": "transfer-planned",
  "handed-over": "transfer-planned",
  arrived: "arrived",
}

/** One word for the whole case: closed, or the outcome all share, or how far its furthest person has come. */
export function stageOf(state: CaseState): CaseStage {
  if (isClosed(state)) return "closed"
  const people = state.people.map((row) => row.person)
  const removed = people.filter((person) => state.removals.some((row) => row.person === person))
  if (people.length > 0 && removed.length === people.length) return "removed"
  const rungs = people.filter((person) => !removed.includes(person)).map((person) => canadaRungs.indexOf(rungOf(state, person)))
  return stageOfRung[canadaRungs[Math.max(0, ...rungs)] ?? "not-begun"]
}
