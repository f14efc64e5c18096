// From the frozen rows to the Referral to Canada, one paper a family: strangers never stand on one page as if they were one. How a consent was given stands in the person's own case and is read there.
import type { CaseView, ProposalLine, ProposalView, StandIn, Vault } from "@safe-conduct/client/member"
import { consentsOf, findingOf } from "@safe-conduct/domain/case"
import { levels } from "@safe-conduct/domain/clock"
import { consentScopes } from "@safe-conduct/domain/consent"
import { candidateOf } from "@safe-conduct/domain/proposals"
import { relations } from "@safe-conduct/domain/request"
import type { Refusal } from "@safe-conduct/domain/refusal"
import type { Document } from "@safe-conduct/paper"
import type { AllWords } from "../letters/letter-paper.ts"
import { instrumentState, policyInForce } from "./instrument.ts"

type Paper = typeof import("@safe-conduct/paper")
type Level = (typeof levels)[number]

interface PersonMore {
  readonly how: "written" | "oral-confirmed"
  readonly consentOn: string
  readonly findingOn: string | null
}
export interface ReferralGiven {
  /** The family's rows, and what her own case says about each, in the same order. */
  readonly rows: readonly ProposalLine[]
  readonly people: readonly PersonMore[]
  readonly triggers: readonly string[]
  readonly familySize: number
  readonly readiness: "complete" | "partial-consented" | "split-decided"
  readonly number: string
  readonly issuedOn: string
  readonly issuer: string
  readonly to: string
  readonly contact: string
  readonly words: AllWords
}

const scope = consentScopes[consentScopes.indexOf("SHARE_IRCC")] as "SHARE_IRCC"
const day = (at: number): string => new Date(at).toISOString().slice(0, 10)

export type Family = Pick<ReferralGiven, "rows" | "people" | "triggers" | "familySize" | "readiness">

export async function gatherReferral(
  vault: Vault,
  view: ProposalView,
): Promise<{ readonly ok: true; readonly value: readonly Family[] } | { readonly ok: false; readonly refusal: Refusal }> {
  const standing = view.rows.filter((one) => !one.recalled)
  const families: Family[] = []
  for (const stream of new Set(standing.map((line) => line.stream))) {
    const opened = await vault.openCase(stream)
    if (!opened.ok) return opened
    const family = familyOf(
      opened.value,
      standing.filter((line) => line.stream === stream),
      view,
    )
    if ("error" in family) return { ok: false, refusal: family }
    families.push(family)
  }
  return { ok: true, value: families }
}

function familyOf({ state, people: known }: CaseView, rows: readonly ProposalLine[], view: ProposalView): Family | Refusal {
  const people: PersonMore[] = []
  const triggers = new Set<string>()
  for (const line of rows) {
    const consent = consentsOf(state, line.person).findLast(
      (row) => row.consent.scope === scope && row.consent.withdrawn === undefined && row.consent.how !== "reported",
    )
    if (consent === undefined) return { error: "consent-none", at: `/${line.person}` }
    const finding = findingOf(state, line.person)
    people.push({
      how: consent.consent.how === "written" ? "written" : "oral-confirmed",
      consentOn: day(consent.consent.at),
      findingOn: finding === null ? null : day(finding.approval.made.at),
    })
    for (const trigger of known.find((one) => one.person === line.person)?.clock.urgency.triggers ?? []) triggers.add(trigger)
  }
  // Whole as it was checked, and whole on this page; else it says that some go first.
  const whole =
    rows.length === known.length &&
    rows.every((line) => candidateOf(view.state, { case: line.stream, person: line.person })?.facts.family.state === "COMPLETE")
  return { rows, people, triggers: [...triggers], familySize: known.length, readiness: whole ? "complete" : "partial-consented" }
}

export function referralDocument(paper: Paper, view: ProposalView, language: "en" | "fr", given: ReferralGiven, seal: StandIn): Document {
  const { country } = given.words[language].labels.pick
  const { triggers } = given.words[language].labels
  const reference = policyInForce(view)
  const { rows } = given
  const people = rows.map(({ row }, at) => {
    const more = given.people[at] as PersonMore
    const [surname, ...rest] = String(row["nameCyrillic"] ?? "").split(" ")
    const [first, ...patronymic] = rest
    const relation = relations.find((one) => one === row["relation"]) ?? "principal"
    const citizenship = String(row["citizenship"] ?? "")
    const about = String(row["finding"] ?? "")
    return {
      name: {
        latin: [{ surname: row["surname"], given: row["given"] }],
        ...(surname
          ? {
              cyrillic: {
                surname,
                ...(first === undefined ? {} : { given: first }),
                ...(patronymic.length === 0 ? {} : { patronymic: patronymic.join(" ") }),
              },
            }
          : {}),
      },
      relation,
      born: row["born"],
      citizenship: country[citizenship as keyof typeof country] ?? citizenship,
      ...(row["aNumber"] === undefined ? {} : { aNumber: row["aNumber"] }),
      consent: { on: row["consentOn"] ?? more.consentOn, how: more.how },
      ...(about === "" || more.findingOn === null
        ? {}
        : { finding: { number: row["findingReference"], on: more.findingOn, sentences: sentencesOf(about) } }),
    }
  })
  const urgency = levels.find((level) => rows.some((line) => line.row["urgency"] === level)) ?? ("N" as Level)
  const freeze = view.state.freezes.at(-1)
  const approval = view.state.approvals.at(-1)
  const signers = [freeze, approval].flatMap((row) =>
    row === undefined ? [] : [{ member: row.made.by.slice(0, 6).toUpperCase(), on: day(row.made.at) }],
  )
  // Rows are open records; the paper's schema takes them apart and refuses what does not fit.
  return paper.referral({
    language,
    number: given.number,
    issuedOn: given.issuedOn,
    issuer: given.issuer,
    to: given.to,
    instrument: reference === null ? { state: instrumentState(view) } : { state: "IN_FORCE", reference },
    people,
    family: { size: given.familySize, readiness: given.readiness },
    urgency: { level: urgency, reasons: given.triggers.slice(0, 6).map((name) => triggers[name as keyof typeof triggers] ?? name) },
    contact: given.contact,
    signers,
    seal,
  } as unknown as Parameters<Paper["referral"]>[0])
}

/** The finding in two sentences, as the row has it. */
function sentencesOf(text: string): readonly string[] {
  const parts = text
    .match(/[^.!?]+[.!?]?/g)
    ?.map((part) => part.trim())
    .filter((part) => part !== "") ?? [text]
  return parts.length <= 2 ? parts : [parts[0] as string, parts.slice(1).join(" ")]
}
