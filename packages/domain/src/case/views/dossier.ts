// What `judge` takes about one person: her claims, the evidence as last assessed, doubts with their answers, readings that count.
import type { Dossier } from "../../evidence/dossier.ts"
import { assessmentOf, claimsOf } from "../find.ts"
import { countedReadings } from "../reading-room.ts"
import type { CaseState } from "../state.ts"

const orders: ReadonlySet<string> = new Set(["DENIED_REMOVAL", "IN_ABSENTIA"])

export function dossierOf(state: CaseState, person: string): Dossier {
  const ids = claimsOf(state, person)
  const claims = state.claims.filter((row) => row.person === person).toSorted((a, b) => Number(b.core) - Number(a.core))
  const ordered = state.events.findLast((row) => row.person === person && row.event.type === "ij.decision" && orders.has(row.event.outcome))
  return {
    id: person,
    claims: claims.map((row) => ({ id: row.claim, kind: row.kind, what: row.what, ...(row.when === undefined ? {} : { when: row.when }) })),
    evidence: state.evidence.flatMap((row) => {
      const now = assessmentOf(state, row.evidence)
      const hers = now?.claims.filter((claim) => ids.includes(claim)) ?? []
      if (now === null || hers.length === 0) return []
      const { source, origin, authenticity, identity, contrary, dated } = now
      return [
        { id: row.evidence, claims: hers, source, origin, authenticity, identity, contrary, ...(dated === undefined ? {} : { dated }) },
      ]
    }),
    doubts: state.doubts
      .filter((row) => ids.includes(row.claim))
      .map((row) => {
        const answer = state.doubtAnswers.find((one) => one.doubt === row.doubt)
        const about = { evidence: row.evidence ?? null }
        return { id: row.doubt, claim: row.claim, ...about, closed: answer !== undefined, reason: answer?.reason ?? null }
      }),
    readings: ids.flatMap((claim) =>
      countedReadings(state, claim).map((row) => ({ id: row.made.hash, claim, reader: row.made.by, finding: row.finding })),
    ),
    orderOn: ordered?.event.type === "ij.decision" ? ordered.event.on : null,
  }
}
