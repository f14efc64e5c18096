// Proposals: who could be put forward and what is missing for the others, the exact rows, two signatures, release, and what was
// really sent and answered. A withdrawal that is stored anywhere is seen before anything leaves.

import { type CaseState, candidateFacts, findingOf, mayShowFamily, personOf, pinnedPolicy, whereabouts } from "@safe-conduct/domain/case"
import { pinOf } from "@safe-conduct/domain/decision"
import type { Policy, ProposalKind } from "@safe-conduct/domain/evidence"
import {
  type AnnexFacts,
  type AnnexRow,
  annexRow,
  type CandidateFacts,
  candidatesOf,
  liesBefore,
  type ProposalState,
  pinnedPolicy as proposalPolicy,
  rowsDigest,
} from "@safe-conduct/domain/proposals"
import { daysBetween, plainDateOf } from "@safe-conduct/domain/time"
import { randomId } from "@safe-conduct/sealing/seal"
import type { Id } from "@safe-conduct/wire"
import type { FileSource } from "../file/source.ts"
import { uploadFile } from "../file/upload.ts"
import { type No, no, ok, type Refusal, type Result } from "../result.ts"
import type { Book } from "./book.ts"
import { actCase, ensure, haltedConsents, logOf, one } from "./cases.ts"
import { type Core, sha256Text } from "./core.ts"
import { everyone } from "./join.ts"
import { numberOf, sealPapers, standInOf } from "./letters.ts"
import { callNameOf, momentText, namesOf, rowsNow } from "./rows.ts"
import { touchOf } from "./touches.ts"
import type {
  Acted,
  Candidate,
  LetterSeal,
  Paper,
  PasskeyTouch,
  ProposalRow,
  ProposalView,
  RecordAnswer,
  Saw,
  SignatureLine,
  StandIn,
} from "./vault-port.ts"

type Of = { readonly stream: string; readonly person: string }

const isRefusal = (value: object): boolean => "error" in value && typeof value.error === "string"
const refused = (refusal: Refusal): No => ({ ok: false, refusal })

async function bookOf(core: Core, stream: string): Promise<Result<Book<ProposalState>>> {
  const book = core.proposalBook(stream as Id)
  const pulled = await book.pull()
  if (!pulled.ok) return pulled
  return book.folded().state.opened === null ? no("not-opened", "This is not a proposal that this member can read.") : ok(book)
}

export async function newProposal(core: Core, kind: ProposalKind, title?: string): Promise<Result<{ readonly stream: string }>> {
  const stream = randomId()
  const policy = core.register.folded().state.policies.at(-1)?.policy ?? pinOf(core.current)
  const named = title === undefined || title.trim() === "" ? {} : { title: title.trim() }
  const made = await core
    .proposalBook(stream)
    .act([{ does: "open-proposal", input: { kind, policy, ...named } }], { roster: everyone(core) })
  if (!made.ok) return made
  const known = await core.register.act([{ does: "name-proposal", input: { stream, kind, ...named } }])
  if (!known.ok) return known
  core.emit({ what: "proposal", stream })
  return ok({ stream })
}

function stageOf(state: ProposalState): ProposalRow["stage"] {
  if (state.sent.length > 0) return "sent"
  if (state.releases.length > 0) return "released"
  const digest = rowsDigest(state, sha256Text)
  const frozen = state.freezes.findLast((row) => row.digest === digest)
  if (frozen === undefined) return "draft"
  return state.approvals.some((row) => row.entry === frozen.made.hash) ? "approved" : "frozen"
}

export const proposalNumber = (kind: ProposalKind, year: number, number: number): string =>
  `${kind === "note" ? "N" : "R"}-${year}-${String(number).padStart(4, "0")}`

function rowOf(stream: string, state: ProposalState): ProposalRow {
  const release = state.releases.at(-1)
  const kind = state.opened?.kind ?? "referral"
  const rows = candidatesOf(state)
  return {
    stream,
    kind,
    title: state.opened?.title ?? "",
    stage: stageOf(state),
    number: release === undefined ? null : proposalNumber(kind, release.year, release.number),
    people: rows.length,
    sentOn: state.sent.at(-1)?.on ?? null,
    answered: rows.filter((row) => answerOf(state, row) !== null).length,
  }
}

const answerOf = (state: ProposalState, of: { readonly case: string; readonly person: string }) =>
  state.answers.findLast((row) => row.case === of.case && row.person === of.person && row.answer !== "NO_REPLY") ?? null

export async function proposalRows(core: Core): Promise<readonly ProposalRow[]> {
  const rows: ProposalRow[] = []
  for (const { stream } of core.register.folded().state.proposals) {
    const book = await bookOf(core, stream)
    if (book.ok) rows.push(rowOf(stream, book.value.folded().state))
  }
  return rows
}

export async function openProposal(core: Core, stream: string): Promise<Result<ProposalView>> {
  const found = await bookOf(core, stream)
  if (!found.ok) return found
  const book = found.value
  const { state } = book.folded()
  const today = plainDateOf(momentText(core.env.now()).slice(0, 10))
  const sentOn = state.sent.at(-1)?.on
  const frozen = state.freezes.at(-1)
  const waits = frozen !== undefined && stageOf(state) === "frozen"
  const waiting: readonly SignatureLine[] = !waits
    ? []
    : [
        {
          stream,
          kind: "proposal",
          entry: frozen.made.hash,
          seq: frozen.made.seq,
          by: core.nameOf(frozen.made.by),
          name: state.opened?.title ?? "",
          latin: "",
          mine: core.isMe(frozen.made.by),
          void: false,
          hour: momentText(frozen.made.at).slice(0, 13),
        },
      ]
  return ok({
    ...rowOf(stream, state),
    head: book.head(),
    state,
    rows: candidatesOf(state).map((row) => {
      const answer = answerOf(state, row)
      return {
        stream: row.case,
        person: row.person,
        row: row.row,
        answer: answer?.answer ?? null,
        daysSilent: sentOn === undefined || answer !== null ? null : daysBetween(sentOn, today),
        recalled: state.recalls.some((one) => one.case === row.case && one.person === row.person),
      }
    }),
    log: logOf(core, book as Book<unknown>),
    waiting,
    touchNeeded: proposalPolicy(state, core.caseEnv)?.touchNeeded === true,
  })
}

// ── Who could be put forward ────────────────────────────────────────────────────────────────────────────────────────────────

interface Fit {
  readonly facts: CandidateFacts
  readonly row: AnnexRow
}

/** Reads the case and every mailbox that names her to their ends, and only then judges. */
async function fit(core: Core, kind: ProposalKind, of: Of, sequence: number): Promise<Result<Fit>> {
  const ready = await ensure(core, of.stream as Id)
  if (!ready.ok) return ready
  const { state } = ready.value.folded()
  for (const { ask } of state.requests) {
    const mail = await core.mail.pull(ask as Id)
    if (!mail.ok) return mail
  }
  return judged(core, kind, state, of, sequence)
}

function judged(core: Core, kind: ProposalKind, state: CaseState, of: Of, sequence: number): Result<Fit> {
  const now = core.env.now()
  const facts = candidateFacts(state, of.person, kind, now, core.caseEnv)
  if (isRefusal(facts)) return refused(facts as Refusal)
  const policy = pinnedPolicy(state, core.caseEnv) ?? core.current.policy
  const halted = haltedConsents(core, state, of.person).find((one) => policy.consents.needed[kind].includes(one.scope as never))
  // Stored and not yet acted on: that is enough to stop.
  if (halted !== undefined) return no("consent-withdrawn", undefined, { params: { scope: halted.scope, ask: halted.ask, seq: halted.seq } })
  const row = annexRow(annexFacts(core, kind, state, policy, of, sequence), policy.annex[kind], { keys: policy.neverDisclose })
  return isRefusal(row) ? refused(row as Refusal) : ok({ facts: facts as CandidateFacts, row: row as AnnexRow })
}

function annexFacts(core: Core, kind: ProposalKind, state: CaseState, policy: Policy, of: Of, sequence: number): AnnexFacts {
  const person = personOf(state, of.person)
  if (person === null) return {}
  const latin =
    person.names.findLast((name) => name.script === "latin" && name.former !== true) ?? person.names.find((name) => name.script === "latin")
  const cyrillic = person.names.findLast((name) => name.script === "cyrillic")
  const place = whereabouts(state, of.person)
  const finding = findingOf(state, of.person)
  const transfer = state.transfers.findLast((row) => row.person === of.person)
  const row = rowsNow(core).find((one) => one.stream === of.stream)
  const ordered = state.events.findLast((one) => one.person === of.person && one.event.type === "ij.decision" && "on" in one.event)?.event
  const consent = state.consents.findLast(
    (one) => one.consent.person === of.person && policy.consents.needed[kind].includes(one.consent.scope),
  )
  const relatives = state.people.filter((one) => one.person !== of.person)
  const familyCode =
    relatives.length > 0 && relatives.every((one) => mayShowFamily(state, policy, of.person, one.person, core.env.now()))
      ? `F-${of.stream.slice(0, 4).toUpperCase()}`
      : undefined
  return {
    sequence,
    annexRef: `A${sequence}`,
    surname: latin?.surname ?? latin?.given,
    given: latin?.given ?? "-",
    nameCyrillic: cyrillic === undefined ? undefined : [cyrillic.surname, cyrillic.given, cyrillic.patronymic].filter(Boolean).join(" "),
    born: person.born,
    countryOfBirth: person.countryOfBirth,
    citizenship: person.citizenship,
    aNumber: person.aNumbers?.[0],
    facility: place?.where === "detained" ? (place.facility.name ?? place.facility.code) : undefined,
    familyCode,
    relation: familyCode === undefined ? undefined : person.relation,
    urgency: row?.people.find((line) => line.person === of.person)?.clock.urgency.level ?? row?.urgency ?? "N",
    orderOn: ordered !== undefined && "on" in ordered ? ordered.on : undefined,
    finding: finding === null ? undefined : twoSentences(finding.recommendation.reasons.en),
    findingReference:
      finding === null ? undefined : numberOf(finding.recommendation.kind, finding.approval.made.hash, finding.approval.made.at),
    consentOn: consent === undefined ? undefined : momentText(consent.consent.at).slice(0, 10),
    vehicle: transfer?.vehicle,
    needsMedical: person.health !== undefined && person.health !== "",
  }
}

/** The allow-list asks for two sentences; the rest of the reasons stays in the case. */
const twoSentences = (text: string): string => (text.match(/[^.!?]+[.!?]*/g) ?? [text]).slice(0, 2).join("").trim().slice(0, 600)

/** Every proposal to this government that can be read here. */
async function proposalsTo(core: Core, kind: ProposalKind): Promise<readonly ProposalState[]> {
  const states: ProposalState[] = []
  for (const one of core.register.folded().state.proposals.filter((row) => row.kind === kind)) {
    const book = await bookOf(core, one.stream)
    if (book.ok) states.push(book.value.folded().state)
  }
  return states
}

/**
 * Those who pass and, beside them, those who do not, each with the one missing thing. Only cases with a finding are opened for it.
 * Whoever already lies before this government is neither.
 */
export async function candidates(core: Core, kind: ProposalKind): Promise<Result<readonly Candidate[]>> {
  const found: Candidate[] = []
  const before = await proposalsTo(core, kind)
  const worth = new Set(["found", "proposed", "transfer-planned", "waiting-signature"])
  for (const { stream, facts } of core.cards.all()) {
    if (facts.stage === "closed" || facts.stage === "removed" || facts.stage === "arrived") continue
    for (const person of facts.people) {
      if (person.outcome !== undefined || before.some((state) => liesBefore(state, { case: stream, person: person.id }))) continue
      const common = { stream, person: person.id, name: callNameOf(namesOf(person)) }
      if (!worth.has(facts.stage)) {
        found.push({ ...common, passes: false, missing: { error: "no-finding", at: "/person" }, row: null })
        continue
      }
      const judgedNow = await fit(core, kind, common, 1)
      if (!judgedNow.ok && judgedNow.refusal.error === "offline") return judgedNow
      found.push(
        judgedNow.ok
          ? { ...common, passes: true, missing: null, row: judgedNow.value.row }
          : { ...common, passes: false, missing: judgedNow.refusal, row: null },
      )
    }
  }
  return ok(found.sort((a, b) => Number(b.passes) - Number(a.passes) || (a.name < b.name ? -1 : 1)))
}

// ── Building, signing, leaving ──────────────────────────────────────────────────────────────────────────────────────────────

export async function addCandidate(core: Core, proposal: string, of: Of): Promise<Result<Acted>> {
  const found = await bookOf(core, proposal)
  if (!found.ok) return found
  const { state } = found.value.folded()
  const kind = state.opened?.kind ?? "referral"
  // Numbers already given stay with their rows.
  const sequence = 1 + state.candidates.length
  const fits = await fit(core, kind, of, sequence)
  if (!fits.ok) return fits
  const done = await found.value.act([
    { does: "add-candidate", input: { case: of.stream, person: of.person, row: fits.value.row, facts: fits.value.facts } },
  ])
  core.emit({ what: "proposal", stream: proposal })
  return one(done)
}

export async function actProposal(core: Core, proposal: string, does: string, input: object): Promise<Result<Acted>> {
  const found = await bookOf(core, proposal)
  if (!found.ok) return found
  const done = one(await found.value.act([{ does, input }]))
  core.emit({ what: "proposal", stream: proposal })
  return done
}

export async function freeze(core: Core, proposal: string): Promise<Result<Acted>> {
  const found = await bookOf(core, proposal)
  if (!found.ok) return found
  const done = one(await found.value.act([{ does: "freeze", input: { digest: rowsDigest(found.value.folded().state, sha256Text) } }]))
  core.emit({ what: "proposal", stream: proposal })
  return done
}

export async function approveProposal(core: Core, proposal: string, saw?: Saw, given?: PasskeyTouch): Promise<Result<Acted>> {
  const found = await bookOf(core, proposal)
  if (!found.ok) return found
  const frozen = found.value.folded().state.freezes.at(-1)
  if (frozen === undefined) return no("nothing-to-approve", "Nobody has frozen these rows yet.")
  const seen = saw ?? found.value.head()
  const entry = frozen.made.hash
  const touch = await touchOf(core, { stream: proposal, entry, saw: seen }, given)
  if (!touch.ok) return touch
  const done = one(await found.value.act([{ does: "approve", input: { entry }, touch: touch.value }], { saw: seen }))
  core.emit({ what: "proposal", stream: proposal })
  return done
}

export async function release(core: Core, proposal: string): Promise<Result<Acted & { readonly number: string }>> {
  const found = await bookOf(core, proposal)
  if (!found.ok) return found
  const book = found.value
  const kind = book.folded().state.opened?.kind ?? "referral"
  const approval = book.folded().state.approvals.at(-1)
  if (approval === undefined) return no("not-approved", "A second member has not approved these rows.")
  // Everyone is looked at again: whatever was stored in a case or a mailbox since the last check is read first.
  for (const candidate of candidatesOf(book.folded().state)) {
    const fits = await fit(core, kind, { stream: candidate.case, person: candidate.person }, 1)
    if (!fits.ok)
      return {
        ok: false,
        refusal: { ...fits.refusal, params: { ...fits.refusal.params, person: candidate.person, stream: candidate.case } },
      }
    const heads = await core.guardHeads([candidate.case, ...fits.value.facts.asks] as Id[])
    if (!heads.ok) return heads
    const moved = heads.value.some(
      (guard) => !candidate.heads.some((head) => head.stream === guard.stream && head.seq === guard.seq && head.hash === guard.hash),
    )
    if (!moved) continue
    const checked = await book.act([
      { does: "check-candidate", input: { case: candidate.case, person: candidate.person, facts: fits.value.facts } },
    ])
    if (!checked.ok) return checked
  }
  const numbered = await takeNumber(core, proposal)
  if (!numbered.ok) return numbered
  const { year, number } = numbered.value
  const done = one(await book.act([{ does: "release", input: { of: approval.made.hash, year, number } }]))
  if (!done.ok) return done
  await cite(core, proposal, kind, book.folded().state, "released", done.value.hash)
  core.emit({ what: "proposal", stream: proposal })
  return ok({ ...done.value, number: proposalNumber(kind, year, number) })
}

/** Within a year, without gaps, and once taken for a proposal always hers. */
async function takeNumber(core: Core, proposal: string): Promise<Result<{ readonly year: number; readonly number: number }>> {
  for (let round = 0; round < 5; round++) {
    const pulled = await core.register.pull()
    if (!pulled.ok) return pulled
    const rows = core.register.folded().state.noteNumbers
    const had = rows.find((row) => row.proposal === proposal)
    if (had !== undefined) return ok({ year: had.year, number: had.number })
    const year = new Date(core.env.now()).getUTCFullYear()
    const number = 1 + Math.max(0, ...rows.filter((row) => row.year === year).map((row) => row.number))
    const done = await core.register.act([{ does: "take-note-number", input: { year, number, proposal } }])
    if (done.ok) return ok({ year, number })
    if (done.refusal.error !== "number-out-of-order") return done
  }
  return no("too-busy", "Others keep taking numbers. Try again in a moment.")
}

/** What became of each person is said in her own case too, by the hash of the proposal's entry. */
async function cite(
  core: Core,
  proposal: string,
  kind: ProposalKind,
  state: ProposalState,
  step: string,
  entry: string,
  more: object = {},
  only?: Of,
): Promise<void> {
  for (const candidate of candidatesOf(state)) {
    if (only !== undefined && (candidate.case !== only.stream || candidate.person !== only.person)) continue
    await actCase(core, candidate.case, [
      { does: "cite-proposal", input: { person: candidate.person, proposal, kind, step, entry, ...more } },
    ])
  }
}

export async function recordSent(
  core: Core,
  proposal: string,
  given: { readonly number: string; readonly on: string; readonly scan?: FileSource },
): Promise<Result<Acted>> {
  const found = await bookOf(core, proposal)
  if (!found.ok) return found
  const scan = given.scan === undefined ? null : await uploadFile({ api: core.inside.api, source: given.scan })
  if (scan !== null && !scan.ok) return scan
  const input = { number: given.number, on: given.on, ...(scan === null ? {} : { scan: scan.value }) }
  const done = one(await found.value.act([{ does: "record-sent", input, objects: scan === null ? [] : [scan.value.id as Id] }]))
  if (!done.ok) return done
  const { state } = found.value.folded()
  await cite(core, proposal, state.opened?.kind ?? "referral", state, "sent", done.value.hash, { on: given.on })
  core.emit({ what: "proposal", stream: proposal })
  return done
}

export async function recordAnswer(core: Core, proposal: string, given: RecordAnswer): Promise<Result<Acted>> {
  const { stream, person, answer, on, reference } = given
  const done = await actProposal(core, proposal, "record-answer", {
    case: stream,
    person,
    answer,
    on,
    ...(reference === undefined ? {} : { reference }),
  })
  if (!done.ok) return done
  const { state } = core.proposalBook(proposal as Id).folded()
  await cite(core, proposal, state.opened?.kind ?? "referral", state, "answered", done.value.hash, { on, answer }, given)
  return done
}

export async function recall(core: Core, proposal: string, of: Of, why: string): Promise<Result<Acted>> {
  const done = await actProposal(core, proposal, "recall", { case: of.stream, person: of.person, why })
  if (!done.ok) return done
  const { state } = core.proposalBook(proposal as Id).folded()
  await cite(core, proposal, state.opened?.kind ?? "referral", state, "recalled", done.value.hash, {}, of)
  return done
}

async function releasedAs(core: Core, proposal: string) {
  const found = await bookOf(core, proposal)
  if (!found.ok) return found
  const { state } = found.value.folded()
  const released = state.releases.at(-1)
  if (released === undefined) return no("not-released", "This proposal was not released.")
  const kind = state.opened?.kind ?? "referral"
  return ok({ kind, number: proposalNumber(kind, released.year, released.number), entry: released.made.hash })
}

export async function proposalStandIn(core: Core, proposal: string): Promise<Result<StandIn & { readonly number: string }>> {
  const released = await releasedAs(core, proposal)
  return released.ok ? ok({ number: released.value.number, ...(await standInOf(core, released.value)) }) : released
}

export async function sealProposal(core: Core, proposal: string, papers: readonly Paper[]): Promise<Result<readonly LetterSeal[]>> {
  const released = await releasedAs(core, proposal)
  if (!released.ok) return released
  const { kind, number, entry } = released.value
  const seals = await sealPapers(core, { ...released.value, papers })
  const input = { number, kind, entry, sha256: papers.map((paper) => paper.digest), status: "issued" }
  const done = await core.register.act([{ does: "publish-letter", input }])
  return done.ok || done.refusal.error === "number-taken" ? ok(seals) : done
}
