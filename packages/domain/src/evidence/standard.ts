// Is a claim established beyond doubt, by what, and if not: what would close the gap. No score, no weight; five plain requirements.
//
// Choices that the programme's standard leaves to be made, and why they were made so:
// - Identity. The record of the act must be verified to be about this person (`identityOfPrimary`): a court paper about a namesake
//   proves nothing. Another source may be merely likely. An unlinked item counts for nothing: a report that names nobody shows
//   that the protest took place, not that she was there.
// - The same item may be the record and one of the two sources: the second must come from elsewhere.
// - Dissent. Two readers must find it established. A third who found it not established is not outvoted: otherwise one could
//   ask readers until two agree. They read again, or are answered with a reason. "Unsure" does not bar.
// - The dossier is met when enough claims are met (one core claim carries it) and nothing contradicts any claim: a person is not
//   worse off for having told more, but an unanswered contradiction anywhere is a doubt about the whole account.
// - Evidence dated after the removal order counts, and is flagged: it may be new evidence for a motion, or made for the purpose.
import { independentItems } from "./independence.ts"
import { latestReadings, type Open, openOn } from "./contradiction.ts"
import type { Claim } from "./claim.ts"
import type { Dossier, Reading } from "./dossier.ts"
import type { EvidenceItem, Identity, Source } from "./item.ts"
import type { EvidenceStandard } from "./policy.ts"

export const requirementIds = [
  "primary-record",
  "two-independent-sources",
  "identity-link",
  "no-open-contradiction",
  "two-readers",
] as const
export type RequirementId = (typeof requirementIds)[number]

export interface Requirement {
  readonly id: RequirementId
  readonly met: boolean
  /** Evidence ids, or readers' names, that meet it. */
  readonly by: readonly string[]
}

export interface Gap {
  readonly requirement: RequirementId
  /** What would close it, as a code; the sentence is looked up. */
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

export interface Flag {
  readonly code: "dated-after-order" | "supports-nothing"
  readonly evidence: string
}

export interface JudgedClaim {
  readonly claim: string
  readonly met: boolean
  readonly requirements: readonly Requirement[]
  readonly wouldCloseTheGap: readonly Gap[]
}

export interface Judgement {
  readonly id: string
  readonly met: boolean
  readonly claims: readonly JudgedClaim[]
  readonly flags: readonly Flag[]
}

export function judge(dossier: Dossier, standard: EvidenceStandard): Judgement {
  const claims = dossier.claims.map((claim) => judgeClaim(claim, dossier, standard))
  const enough = claims.filter((claim) => claim.met).length >= Math.max(1, standard.claimsToMeet)
  const contradicted = claims.some((claim) => claim.requirements.some((one) => one.id === "no-open-contradiction" && !one.met))
  return { id: dossier.id, met: enough && !(standard.contradictionBarsAll && contradicted), claims, flags: flags(dossier) }
}

export function primarySourcesOf(claim: Claim, standard: EvidenceStandard): readonly Source[] {
  const byKind = claim.kind !== undefined && Object.hasOwn(standard.primaryByKind, claim.kind) ? standard.primaryByKind[claim.kind] : []
  return [...standard.primarySources, ...(byKind ?? [])]
}

function judgeClaim(claim: Claim, dossier: Dossier, standard: EvidenceStandard): JudgedClaim {
  const onClaim = dossier.evidence.filter((item) => item.claims.includes(claim.id) && !item.contrary)
  const authentic = onClaim.filter((item) => standard.countingAuthenticity.includes(item.authenticity))
  const linked = authentic.filter((item) => linkedAs(item, [...standard.identityOfPrimary, ...standard.identityOfSupport]))
  const primarySources = primarySourcesOf(claim, standard)
  const primary = linked.filter((item) => primarySources.includes(item.source))
  const identified = primary.filter((item) => linkedAs(item, standard.identityOfPrimary))
  const supporting = linked.filter((item) => linkedAs(item, standard.identityOfSupport) || identified.includes(item))
  const independent = independentItems(supporting, dossier.evidence, standard)
  const open = openOn(claim.id, dossier, standard)
  const established = latestReadings(dossier.readings, claim.id).filter((reading) => reading.finding === "established")
  const found = { onClaim, authentic, linked, primary, identified, independent, open, established, primarySources }
  const requirements: Requirement[] = [
    { id: "primary-record", met: primary.length > 0, by: ids(primary) },
    { id: "two-independent-sources", met: independent.length >= standard.independentOrigins, by: ids(independent) },
    { id: "identity-link", met: identified.length > 0, by: ids(identified) },
    { id: "no-open-contradiction", met: open.contrary.length === 0 && open.doubts.length === 0, by: [] },
    {
      id: "two-readers",
      met: established.length >= standard.readers && open.dissent.length === 0,
      by: established.map((reading) => reading.reader.trim()),
    },
  ]
  const unmet = requirements.filter((one) => !one.met)
  return {
    claim: claim.id,
    met: unmet.length === 0,
    requirements,
    wouldCloseTheGap: unmet.flatMap((one) => gaps(one.id, found, standard)),
  }
}

interface Found {
  readonly onClaim: readonly EvidenceItem[]
  readonly authentic: readonly EvidenceItem[]
  readonly linked: readonly EvidenceItem[]
  readonly primary: readonly EvidenceItem[]
  readonly independent: readonly EvidenceItem[]
  readonly open: Open
  readonly established: readonly Reading[]
  readonly primarySources: readonly Source[]
}

/** The nearest thing that would help comes first: finishing what is there, before asking for something new. */
function gaps(id: RequirementId, found: Found, standard: EvidenceStandard): Gap[] {
  switch (id) {
    case "primary-record": {
      const couldBe = found.onClaim.filter((item) => found.primarySources.includes(item.source) && item.authenticity !== "refuted")
      const unproved = couldBe.filter((item) => !found.authentic.includes(item))
      const unlinked = couldBe.filter((item) => found.authentic.includes(item) && !found.linked.includes(item))
      return [
        ...unproved.map((item) => gap(id, "verify-authenticity", { evidence: item.id })),
        ...unlinked.map((item) => gap(id, "link-to-person", { evidence: item.id })),
        gap(id, "add-primary-record", { sources: found.primarySources.join(", ") }),
      ]
    }
    case "two-independent-sources": {
      const unlinked = found.authentic.filter((item) => !found.linked.includes(item) && !standard.neverIndependent.includes(item.source))
      return [
        ...unlinked.map((item) => gap(id, "link-to-person", { evidence: item.id })),
        gap(id, "add-independent-source", { missing: standard.independentOrigins - found.independent.length }),
      ]
    }
    case "identity-link": {
      const records = found.authentic.filter((item) => found.primarySources.includes(item.source))
      return records.length > 0
        ? records.map((item) => gap(id, "verify-identity", { evidence: item.id }))
        : [gap(id, "link-primary-record")]
    }
    case "no-open-contradiction":
      return [
        ...found.open.contrary.map((item) => gap(id, "answer-contrary-item", { evidence: item.id })),
        ...found.open.doubts.map((doubt, n) => gap(id, doubt.closed ? "give-reason" : "close-doubt", { doubt: doubt.id ?? n + 1 })),
      ]
    case "two-readers": {
      const missing = standard.readers - found.established.length
      return [
        ...found.open.dissent.map((reading) => gap(id, "answer-dissent", { reader: reading.reader.trim() })),
        ...(missing > 0 ? [gap(id, "ask-reader", { missing })] : []),
      ]
    }
  }
}

function gap(requirement: RequirementId, code: string, params?: Gap["params"]): Gap {
  return params === undefined ? { requirement, code } : { requirement, code, params }
}

function linkedAs(item: EvidenceItem, accepted: readonly Identity[]): boolean {
  return accepted.includes(item.identity)
}

function ids(items: readonly EvidenceItem[]): string[] {
  return items.map((item) => item.id)
}

function flags(dossier: Dossier): Flag[] {
  const order = dossier.orderOn
  return dossier.evidence.flatMap((item): Flag[] => [
    ...(order && item.dated !== undefined && item.dated > order ? [{ code: "dated-after-order" as const, evidence: item.id }] : []),
    ...(item.claims.length === 0 ? [{ code: "supports-nothing" as const, evidence: item.id }] : []),
  ])
}
