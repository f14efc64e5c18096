// What is judged at once about one person: claims, evidence, doubts and readings, in the order they were made.
import * as v from "valibot"
import { PlainDate } from "../time/plain-date.ts"
import { type Refusal, refusal, refusalFromIssues } from "../refusal.ts"
import { Claim, Id } from "./claim.ts"
import { EvidenceItem } from "./item.ts"

/** `evidence` says which contrary item the doubt is about, `reader` whose dissent; null: about neither. Absent: it was not said. */
export const Doubt = v.strictObject({
  id: v.optional(Id),
  claim: Id,
  evidence: v.optional(v.nullable(Id)),
  reader: v.optional(v.nullable(Id)),
  closed: v.optional(v.boolean(), false),
  reason: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(20_000, "too-long")))),
})
export type Doubt = v.InferOutput<typeof Doubt>

export const ReadingFinding = v.picklist(["established", "not-established", "unsure"])
export type ReadingFinding = v.InferOutput<typeof ReadingFinding>

export const Reading = v.strictObject({ id: v.optional(Id), claim: Id, reader: Id, finding: ReadingFinding })
export type Reading = v.InferOutput<typeof Reading>

export const Dossier = v.strictObject({
  id: Id,
  claims: v.pipe(v.array(Claim), v.maxLength(500, "too-many")),
  evidence: v.optional(v.pipe(v.array(EvidenceItem), v.maxLength(5_000, "too-many")), []),
  doubts: v.optional(v.pipe(v.array(Doubt), v.maxLength(5_000, "too-many")), []),
  readings: v.optional(v.pipe(v.array(Reading), v.maxLength(5_000, "too-many")), []),
  /** The day of the removal order: what is dated after it is new evidence and is shown as such. */
  orderOn: v.optional(v.nullable(PlainDate)),
})
export type Dossier = v.InferOutput<typeof Dossier>

/** Reads one line of a dossier file. Ids must be single and every reference must lead somewhere, or nothing can be trusted of the answer. */
export function readDossier(given: unknown): Dossier | Refusal {
  const parsed = v.safeParse(Dossier, given)
  if (!parsed.success) return refusalFromIssues(parsed.issues)
  const dossier = parsed.output
  const claims = new Set(dossier.claims.map((claim) => claim.id))
  const evidence = new Set(dossier.evidence.map((item) => item.id))
  return (
    twice(dossier.claims, "/claims") ??
    twice(dossier.evidence, "/evidence") ??
    dossier.evidence
      .flatMap((item, i) => item.claims.map((id, j) => unknown(claims, id, "unknown-claim", `/evidence/${i}/claims/${j}`)))
      .find(Boolean) ??
    dossier.doubts
      .map(
        (doubt, i) =>
          unknown(claims, doubt.claim, "unknown-claim", `/doubts/${i}/claim`) ??
          (!doubt.evidence ? null : unknown(evidence, doubt.evidence, "unknown-evidence", `/doubts/${i}/evidence`)),
      )
      .find(Boolean) ??
    dossier.readings.map((reading, i) => unknown(claims, reading.claim, "unknown-claim", `/readings/${i}/claim`)).find(Boolean) ??
    dossier
  )
}

function twice(rows: readonly { readonly id: string }[], at: string): Refusal | null {
  const seen = new Set<string>()
  for (const [i, row] of rows.entries()) {
    if (seen.has(row.id)) return refusal("duplicate-id", `${at}/${i}/id`)
    seen.add(row.id)
  }
  return null
}

function unknown(known: ReadonlySet<string>, id: string, error: string, at: string): Refusal | null {
  return known.has(id) ? null : refusal(error, at)
}
