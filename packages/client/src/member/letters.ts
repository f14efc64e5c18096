// Letters: the facts that may be printed, the seal under each paper, the number on the list. A finding while no instrument is in
// force, the decision only when it is; the fold has already refused anything else.
import { hashOf } from "@safe-conduct/sealing/verify"
import { randomId, sealLetter } from "@safe-conduct/sealing/seal"
import { type CaseState, dossierOf, findingOf, letterStatus, personOf, pinnedPolicy, policyPin } from "@safe-conduct/domain/case"
import { judge } from "@safe-conduct/domain/evidence"
import { type Hash, type Id, utf8 } from "@safe-conduct/wire"
import { dayAt } from "../day.ts"
import { type Result, no, ok } from "../result.ts"
import { actCase, ensure } from "./cases.ts"
import { type Core, sha256Text } from "./core.ts"
import { credentials } from "./published.ts"
import type { DraftLetterGiven, LetterDraft, LetterFacts, LetterRung, LetterSeal, Paper, StandIn } from "./vault-port.ts"

/** The same approval always has the same number, so that three languages are one letter; it counts nothing and tells nothing. */
export const numberOf = (kind: "finding" | "decision", approval: string, at: number): string =>
  `${kind === "decision" ? "D" : "F"}-${new Date(at).getUTCFullYear()}-${approval.slice(0, 8).toUpperCase()}`

/** Members are never named on paper. */
const codeOf = (member: string): string => member.slice(0, 6).toUpperCase()

function signedBy(state: CaseState, of: string) {
  const approval = state.approvals.find((row) => row.made.hash === of)
  const recommendation = state.recommendations.find((row) => row.made.hash === approval?.entry)
  return approval === undefined || recommendation === undefined ? null : { approval, recommendation }
}

export async function draftLetter(core: Core, stream: string, given: DraftLetterGiven): Promise<Result<LetterDraft>> {
  const ready = await ensure(core, stream as Id)
  if (!ready.ok) return ready
  const { state } = ready.value.folded()
  const signed = signedBy(state, given.of)
  const policy = pinnedPolicy(state, core.caseEnv)
  const pin = policyPin(state)
  if (signed === null || policy === null || pin === null) return no("not-approved", "Two members have not signed this.")
  const { approval, recommendation } = signed
  const person = personOf(state, recommendation.person)
  if (person === null) return no("unknown-person", "This person is not in the case.")
  const standing = findingOf(state, recommendation.person)
  if (standing?.approval.made.hash !== given.of) return no("not-standing", "A later finding stands for this person.")
  const number = numberOf(recommendation.kind, approval.made.hash, approval.made.at)
  const cyrillic = person.names.findLast((name) => name.script === "cyrillic")
  const latin = person.names.filter((name) => name.script === "latin" && (name.surname ?? name.given) !== undefined).slice(0, 6)
  const judged = judge(dossierOf(state, recommendation.person), policy.standard)
  const sourceOf = new Map(dossierOf(state, recommendation.person).evidence.map((item) => [item.id, item.source]))
  const claims = judged.claims
    .filter((claim) => claim.met)
    .flatMap((claim) => {
      const stated = state.claims.find((row) => row.claim === claim.claim)
      if (stated === undefined) return []
      const ladder = claim.requirements.flatMap((one): readonly LetterRung[] => {
        if (one.id === "no-open-contradiction") return [{ requirement: one.id }]
        if (one.id === "two-readers") return [{ requirement: one.id, readers: new Set(one.by).size }]
        const by = one.by.flatMap((id) => sourceOf.get(id) ?? [])
        return by.length === 0 ? [] : [{ requirement: one.id, by }]
      })
      return [{ statement: stated.what.slice(0, 600), ...(stated.when === undefined ? {} : { when: stated.when }), ladder }]
    })
  const evidence = recommendation.basis.evidence
  const [name = policy.standard.id, version = String(policy.version)] = policy.standard.id.split("/")
  const common = {
    number,
    // Printed again, a letter keeps its day, and so its digest.
    issuedOn: dayAt(state.letters.find((row) => row.of === given.of)?.made.at ?? core.env.now()),
    person: {
      name: {
        ...(cyrillic?.surname === undefined ? {} : { cyrillic: parts(cyrillic.surname, cyrillic.given, cyrillic.patronymic) }),
        latin: latin.map((one) => {
          const { surname, given: first } = one
          return surname === undefined ? { surname: first ?? "" } : { surname, ...(first === undefined ? {} : { given: first }) }
        }),
      },
      ...(person.born === undefined ? {} : { born: person.born }),
      ...(person.aNumbers?.[0] === undefined ? {} : { aNumber: person.aNumbers[0] }),
      ...(person.citizenship === undefined ? {} : { citizenship: person.citizenship }),
    },
    outcome: recommendation.outcome,
    claims,
    standard: { name, version },
    policy: { version: policy.id, hash: pin.hash },
    evidence: { count: evidence.length, digest: sha256Text(JSON.stringify(evidence.map(({ id, hash }) => [id, hash]).sort())) },
    signers: [
      { role: "recommends" as const, member: codeOf(recommendation.made.by), on: dayAt(recommendation.made.at) },
      { role: "approves" as const, member: codeOf(approval.made.by), on: dayAt(approval.made.at) },
    ],
    instrument: policy.instrument.state,
  }
  const { reasons } = recommendation
  const facts = (language: "en" | "fr" | "ru"): LetterFacts => ({ language, ...common, reasons: reasons[language] ?? reasons.en })
  const standIn = await standInOf(core, { kind: recommendation.kind, number, entry: given.of })
  return ok({
    stream,
    of: given.of,
    number,
    kind: recommendation.kind,
    standIn,
    facts: { en: facts("en"), fr: facts("fr"), ru: facts("ru") },
  })
}

const parts = (surname: string, first: string | undefined, patronymic: string | undefined) => ({
  surname,
  ...(first === undefined ? {} : { given: first }),
  ...(patronymic === undefined ? {} : { patronymic }),
})

/** The mark printed on the page, to tell two letters apart by eye. It is part of what is sealed, so it cannot come from the seal. */
export const markOf = (number: string, entry: string): string =>
  (
    hashOf(utf8(`${number} ${entry}`))
      .slice(0, 16)
      .toUpperCase()
      .match(/.{4}/g) as string[]
  ).join(" ")

interface Sealed {
  readonly kind: "finding" | "decision" | "referral" | "note"
  readonly number: string
  readonly entry: string
}

function sealFacts(core: Core, { kind, number, entry }: Sealed, digest: string) {
  const { signer, approvals } = credentials(core)
  const { genesis, adminSets } = core.inside.directory.now()
  return { kind, desk: core.inside.desk, number, entry: entry as Hash, digest: digest as Hash, signer, approvals, genesis, adminSets }
}

/** Drawn with before there is a digest: as many bytes as the seal will have, and no signature that could be taken out and used. */
export async function standInOf(core: Core, given: Sealed): Promise<StandIn> {
  const seal = await sealLetter(sealFacts(core, given, "0".repeat(64)), core.inside.keys.signing)
  return { json: JSON.stringify({ ...seal, signature: "A".repeat(seal.signature.length) }), short: markOf(given.number, given.entry) }
}

export const sealPapers = (core: Core, given: Sealed & { readonly papers: readonly Paper[] }): Promise<readonly LetterSeal[]> =>
  Promise.all(
    given.papers.map(async ({ language, digest }) => ({
      language,
      json: JSON.stringify(await sealLetter(sealFacts(core, given, digest), core.inside.keys.signing)),
      short: markOf(given.number, given.entry),
    })),
  )

export async function issueLetter(
  core: Core,
  stream: string,
  given: { readonly of: string; readonly papers: readonly Paper[] },
): Promise<Result<readonly LetterSeal[]>> {
  const draft = await draftLetter(core, stream, { of: given.of })
  if (!draft.ok) return draft
  if (given.papers.length === 0) return no("no-papers", "There is no paper to seal.")
  const { number, kind } = draft.value
  const seals = await sealPapers(core, { kind, number, entry: given.of, papers: given.papers })
  const before = await ensure(core, stream as Id)
  const known = before.ok ? before.value.folded().state.letters.filter((row) => row.of === given.of) : []
  const fresh = given.papers.filter((paper) => !known.some((row) => row.language === paper.language && row.sha256 === paper.digest))
  if (fresh.length === 0) return ok(seals)
  const issued = await actCase(
    core,
    stream,
    fresh.map(({ language, digest }) => ({
      does: "issue-letter",
      input: { letter: randomId(), kind, number, language, of: given.of, sha256: digest },
    })),
  )
  if (!issued.ok) return issued
  const ready = await ensure(core, stream as Id)
  const person = ready.ok ? signedBy(ready.value.folded().state, given.of)?.recommendation.person : undefined
  const input = {
    number,
    kind,
    ...(person === undefined ? {} : { person }),
    entry: given.of,
    sha256: given.papers.map((paper) => paper.digest),
    status: "issued",
  }
  const published = await core.register.act([{ does: "publish-letter", input }])
  // Published before, for another language of the same letter: the list keeps the first and nothing is lost.
  if (!published.ok && published.refusal.error !== "number-taken") return published
  return ok(seals)
}

/** Puts on the list what two members signed: that a letter no longer holds, or that another replaces it. */
export async function publishWithdrawal(core: Core, stream: string, number: string): Promise<Result<null>> {
  const ready = await ensure(core, stream as Id)
  if (!ready.ok) return ready
  const { state } = ready.value.folded()
  const status = letterStatus(state, number)
  const letter = state.letters.find((row) => row.number === number)
  if (status === null || letter === undefined || status.status === "issued")
    return no("not-approved", "Two members have not signed this withdrawal.")
  const withdrawn = state.letterWithdrawals.findLast((row) => row.number === number)
  const entry = state.approvals.find((row) => row.entry === withdrawn?.made.hash)?.made.hash ?? letter.of
  const input = {
    number,
    kind: letter.kind,
    entry,
    status: status.status,
    ...(status.replacedBy === undefined ? {} : { replacedBy: status.replacedBy }),
  }
  const done = await core.register.act([{ does: "publish-letter", input }])
  return done.ok ? ok(null) : done
}
