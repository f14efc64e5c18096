// One family's case: opened, shown, acted on. Views are the domain's; this file only brings stream, clock and mailboxes together.

import {
  adviseCase,
  type CaseState,
  canadaLane,
  clockFacts,
  consentsOf,
  type FoldedCase,
  factsAt,
  familyReadiness,
  mistakeIn,
  pinnedPolicy,
  policyPin,
  protectionLane,
  standingEvidence,
  waitingSignatures,
} from "@safe-conduct/domain/case"
import { commitmentOf, pinOf } from "@safe-conduct/domain/decision"
import type { Policy } from "@safe-conduct/domain/evidence"
import type { SealedFile } from "@safe-conduct/domain/request"
import { randomBytes, randomId } from "@safe-conduct/sealing/seal"
import { type Id, sameHead, startOfHour, toHex } from "@safe-conduct/wire"
import type { FileSource } from "../file/source.ts"
import { uploadFile } from "../file/upload.ts"
import { no, ok, type Refusal, type Result } from "../result.ts"
import type { ChainLine } from "../stream/chain.ts"
import { alarmsOf } from "./alarms.ts"
import type { Act, Book } from "./book.ts"
import { bothNames } from "./called.ts"
import type { HeldCard } from "./cards.ts"
import type { CaseCard } from "./case-card.ts"
import { cardOf } from "./case-card.ts"
import { compartmentLines } from "./compartment-lines.ts"
import { type Core, sha256Text } from "./core.ts"
import { withdrawalsIn } from "./mail.ts"
import { wasPurged } from "./purged.ts"
import { saidOtherwise } from "./restricted.ts"
import { momentText, namesOf, personLine, rowOf } from "./rows.ts"
import { touchOf } from "./touches.ts"
import { mailLines } from "./tray.ts"
import type {
  Acted,
  ActHow,
  CasePerson,
  CaseView,
  Checked,
  LogLine,
  NewCase,
  PasskeyTouch,
  ReadingFinding,
  Recommend,
  Saw,
  SignatureLine,
} from "./vault-port.ts"

/** Pulls a case before its first use here. A stream that this member may not read says so. */
export async function ensure(core: Core, stream: Id): Promise<Result<Book<CaseState>>> {
  const book = core.caseBook(stream)
  const known = core.rows.get(stream)
  const upToDate = book.chain.head.seq >= 0 && (known === undefined || sameHead(known.head, book.chain.head))
  // What could not be opened the last time may be by now.
  if (upToDate && book.chain.broken === null && book.chain.due.length === 0) return ok(book)
  const pulled = await book.pull()
  return pulled.ok ? ok(book) : pulled
}

/** The first line of a new case: the policy that the desk has adopted. */
export function beginCase(core: Core, given: { readonly title?: string; readonly restricted?: boolean }): Act[] {
  const adopted = core.register.folded().state.policies.at(-1)?.policy ?? pinOf(core.current)
  return [
    {
      does: "open-case",
      input: {
        policy: adopted,
        ...(given.title === undefined || given.title.trim() === "" ? {} : { title: given.title.trim() }),
        ...(given.restricted === true ? { restricted: true } : {}),
      },
    },
  ]
}

export async function newCase(core: Core, given: NewCase, everyone: readonly Id[]): Promise<Result<{ readonly stream: string }>> {
  const stream = randomId()
  const roster = given.restricted === true ? [...new Set([core.inside.member, ...(given.roster ?? [])])] : everyone
  const people = given.people.map((person, n): Act => {
    const { relation, ...facts } = person
    return { does: "add-person", input: { person: randomId(), relation: relation ?? (n === 0 ? "principal" : "other"), ...facts } }
  })
  const made = await core.caseBook(stream).act([...beginCase(core, given), ...people], { roster: roster as Id[] })
  if (!made.ok) return made
  core.emit({ what: "case", stream })
  return ok({ stream })
}

export async function actCase(core: Core, stream: string, acts: readonly Act[], how: ActHow = {}): Promise<Result<readonly Acted[]>> {
  const ready = await ensure(core, stream as Id)
  if (!ready.ok) return ready
  const done = await ready.value.act(acts, { saw: how.saw, guards: how.guards as Id[] | undefined })
  if (done.ok) core.emit({ what: "case", stream })
  return done
}

export const one = (done: Result<readonly Acted[]>): Result<Acted> => (done.ok ? ok(done.value.at(-1) as Acted) : done)

export async function checkCase(core: Core, stream: string, does: string, input?: unknown): Promise<Checked> {
  const ready = await ensure(core, stream as Id)
  if (!ready.ok) return { refusal: ready.refusal, advice: [] }
  const book = ready.value
  const refusal =
    book.may(does, input) ?? (input === undefined ? null : mistakeIn(book.folded().state, { does: does as never, input }, core.env.now()))
  if (input === undefined) return { refusal, advice: [] }
  const roles = core.members.folded().state.named.findLast((row) => row.member === core.inside.member)?.roles
  const advised = { by: core.inside.member, at: core.env.now(), ...(roles === undefined ? {} : { roles }) }
  return { refusal, advice: safely(() => adviseCase(book.folded(), { does: does as never, input }, advised, core.caseEnv)) }
}

/** The same answer for every name. */
export const allOf = <Name extends string, T>(names: readonly Name[], answer: T): Record<Name, T> =>
  Object.fromEntries(names.map((name) => [name, answer])) as Record<Name, T>

export async function refusalsOf<Name extends string>(
  core: Core,
  stream: string,
  names: readonly Name[],
): Promise<Record<Name, Refusal | null>> {
  const ready = await ensure(core, stream as Id)
  if (!ready.ok) return allOf(names, ready.refusal)
  const book = ready.value
  return Object.fromEntries(names.map((name) => [name, book.may(name)])) as Record<Name, Refusal | null>
}

/** What cannot have been as a member wrote it. What a request says in its asker's name is taken as it was said. */
export async function mistakeOf(core: Core, stream: string, acts: readonly Act[]): Promise<Result<null>> {
  const ready = await ensure(core, stream as Id)
  if (!ready.ok) return ready
  const book = ready.value
  for (const { does, input } of acts) {
    if (book.may(does, input) !== null) continue
    const refusal = mistakeIn(book.folded().state, { does: does as never, input }, core.env.now())
    if (refusal !== null) return { ok: false, refusal }
  }
  return ok(null)
}

/** Advice reads an input that law has not passed yet; what it cannot read it has nothing to say about. */
function safely<T>(advise: () => readonly T[]): readonly T[] {
  try {
    return advise()
  } catch {
    return []
  }
}

/** Consents that a stored message takes back, whether or not a member has acted on it: disclosure halts from that moment. */
export function haltedConsents(
  core: Core,
  state: CaseState,
  person: string,
): readonly { readonly scope: string; readonly ask: string; readonly seq: number }[] {
  const madeAt = new Map(state.consents.map((row) => [row.made.hash as string, row.made.at]))
  return state.requests.flatMap((joined) => {
    const mail = core.mail.get(joined.ask as Id)
    if (mail === undefined) return []
    return withdrawalsIn(mail).flatMap((message) => {
      const concerned = message.person === undefined ? joined.people : joined.people.filter((row) => row.index === message.person)
      if (!concerned.some((row) => row.person === person)) return []
      const live = consentsOf(state, person).filter(
        ({ consent }) => consent.withdrawn === undefined && (message.scope === "ALL" || consent.scope === message.scope),
      )
      const scopes = [...new Set(live.map(({ consent }) => consent.scope))]
      // A yes recorded after the hour of the message stands: a member wrote it down knowing what came.
      const overtaken = startOfHour(message.hour) + 3_600_000
      const later = (scope: string): boolean =>
        live.some(({ consent, entry }) => consent.scope === scope && (madeAt.get(entry.hash) ?? 0) >= overtaken)
      return scopes.filter((scope) => !later(scope)).map((scope) => ({ scope, ask: joined.ask, seq: message.seq }))
    })
  })
}

export async function openCase(core: Core, stream: string): Promise<Result<CaseView>> {
  const id = stream as Id
  const ready = await ensure(core, id)
  if (!ready.ok) return ready
  const book = ready.value
  const folded = book.folded()
  const { state } = folded
  if (state.opened === null && wasPurged(core, book.chain, 0)) return no("purged", "This was destroyed on the word of two members.")
  if (state.opened === null) return no("not-opened", "This is not a case that this member can read.")
  for (const { ask } of state.requests) if (core.mail.get(ask as Id)?.head.seq === -1) await core.mail.pull(ask as Id)
  const now = core.env.now()
  const policy = pinnedPolicy(state, core.caseEnv) ?? core.current.policy
  const facts = cardOf(state)
  const people = facts.people.map((person): CasePerson => {
    const given = factsAt(clockFacts(state, person.id), momentText(now), core.env.programme.law.zones.board)
    return {
      ...personLine(core, facts, person, now, given),
      protection: protectionLane(state, person.id),
      canada: canadaLane(state, person.id, policy),
      halted: haltedConsents(core, state, person.id),
    }
  })
  const held: HeldCard<CaseCard> = {
    stream: id,
    version: 0,
    through: book.chain.head,
    behind: false,
    own: state.opened.restricted === true,
    epoch: book.chain.roster?.epoch ?? 0,
    facts: { ...facts, whole: true },
  }
  return ok({
    stream,
    head: book.head(),
    state,
    beyond: folded.beyond,
    log: logOf(core, book),
    people,
    family: { referral: family(state, policy, "referral", now), note: family(state, policy, "note", now) },
    waiting: waitingOf(core, stream, folded),
    touchNeeded: policy.touchNeeded === true,
    mail: state.requests.flatMap(({ ask }) => {
      const mail = core.mail.get(ask as Id)
      return mail === undefined ? [] : mailLines(core, mail)
    }),
    files: state.files.map((row) => ({
      file: row.file,
      name: row.name,
      caption: row.caption ?? "",
      from: row.from === "member" ? "member" : row.from.ask,
      seq: row.made.seq,
    })),
    roster: (book.chain.roster?.members ?? []).map(({ id: member }) => ({ member, name: core.nameOf(member) })),
    rosterSaidOtherwise: state.opened.restricted === true && saidOtherwise(core.inside, book.chain, state),
    compartments: compartmentLines(core, book),
    row: rowOf(core, held, now, people),
    alarms: alarmsOf(core).filter((alarm) => alarm.stream === stream || state.requests.some((row) => row.ask === alarm.stream)),
  })
}

const family = (state: CaseState, policy: Policy, kind: "referral" | "note", now: number) => familyReadiness(state, policy, kind, now)

function waitingOf(core: Core, stream: string, folded: FoldedCase): readonly SignatureLine[] {
  return waitingSignatures(folded.state).map((waiting): SignatureLine => {
    const first = cardOf(folded.state).people.find((person) => waiting.people.includes(person.id))
    return {
      stream,
      kind: waiting.what,
      entry: waiting.row.made.hash,
      seq: waiting.row.made.seq,
      by: core.nameOf(waiting.row.made.by),
      ...(first === undefined ? { name: "", latin: "" } : bothNames(namesOf(first))),
      mine: core.isMe(waiting.row.made.by),
      void: waiting.void !== null,
      hour: `${new Date(waiting.row.made.at).toISOString().slice(0, 13)}Z`,
    }
  })
}

const closedAs = (core: Core, book: Book<unknown>, line: ChainLine): string =>
  line.closed === "body-missing" && wasPurged(core, book.chain, line.seq) ? "purged" : (line.closed ?? "")

/** Everything that stands in the chain, whoever wrote it and whatever became of it. */
export function logOf(core: Core, book: Book<unknown>): readonly LogLine[] {
  const { state, refused } = book.folded()
  const struck =
    (state as { readonly struck?: readonly { readonly seq: number; readonly why: string; readonly made: { readonly by: string } }[] })
      .struck ?? []
  const no = new Map(refused.map((row) => [row.seq, row.refusal]))
  const gone = new Map(struck.map((row) => [row.seq, row]))
  const lines = book.chain.lines
    .filter((line) => (line.plain as { does?: unknown } | undefined)?.does !== undefined || line.closed !== null)
    .map((line): LogLine => {
      const plain = (line.plain ?? {}) as { does?: string; at?: number; input?: unknown }
      const out = gone.get(line.seq)
      return {
        seq: line.seq,
        hash: line.hash,
        by: line.by,
        name: core.nameOf(line.by),
        hour: line.hour,
        at: typeof plain.at === "number" ? plain.at : null,
        does: plain.does ?? "",
        input: plain.input ?? null,
        factor: line.factor ?? "key",
        touchRefused: line.touchRefused ?? null,
        refused: line.closed !== null ? { error: closedAs(core, book, line) } : (no.get(line.seq) ?? null),
        struck: out === undefined ? null : { by: core.nameOf(out.made.by), why: out.why },
      }
    })
  const outlaws = book.chain.outlaws.map(
    (line): LogLine => ({
      seq: line.seq,
      hash: line.hash,
      by: line.by ?? "",
      name: core.nameOf(line.by ?? ""),
      hour: line.hour,
      at: null,
      does: "",
      input: null,
      factor: "key",
      touchRefused: null,
      refused: { error: line.error },
      struck: null,
    }),
  )
  return [...lines, ...outlaws].sort((a, b) => a.seq - b.seq)
}

// ── Readings and conclusions ────────────────────────────────────────────────────────────────────────────────────────────────

/** The drawer's names take no foreign letters, so the place of a reading is a hash of what it is about. */
const readingName = (stream: string, claim: string): string => `reading:${sha256Text(`${stream}|${claim}`).slice(0, 40)}`

/** The salt is kept before the commitment is sent: a reader who loses her line can always reveal. */
export async function commitReading(core: Core, stream: string, claim: string, finding: ReadingFinding, saw?: Saw): Promise<Result<Acted>> {
  const salt = toHex(randomBytes(32))
  const kept = await core.drawer.act([{ does: "keep", input: { name: readingName(stream, claim), value: { salt, finding } } }])
  if (!kept.ok) return kept
  const commitment = commitmentOf(sha256Text, salt, claim, core.inside.member, finding)
  return one(await actCase(core, stream, [{ does: "commit-reading", input: { claim, commitment } }], saw === undefined ? {} : { saw }))
}

export async function revealReading(core: Core, stream: string, claim: string): Promise<Result<Acted>> {
  const kept = core.drawer.folded().state.kept.find((row) => row.name === readingName(stream, claim))?.value as
    | { salt: string; finding: ReadingFinding }
    | undefined
  if (kept === undefined) return no("reading-not-committed", "You have no sealed reading of this claim.")
  return one(await actCase(core, stream, [{ does: "reveal-reading", input: { claim, finding: kept.finding, salt: kept.salt } }]))
}

export async function recommend(
  core: Core,
  stream: string,
  given: Recommend,
  saw?: Saw,
): Promise<Result<Acted & { readonly entry: string }>> {
  const ready = await ensure(core, stream as Id)
  if (!ready.ok) return ready
  const { state } = ready.value.folded()
  const input = {
    recommendation: randomId(),
    person: given.person,
    kind: given.kind,
    outcome: given.outcome,
    reasons: given.reasons,
    basis: {
      evidence: standingEvidence(state, given.person).map(({ id, hash }) => ({ id, hash })),
      policyHash: policyPin(state)?.hash ?? "",
    },
  }
  const done = one(await actCase(core, stream, [{ does: "recommend", input }], saw === undefined ? {} : { saw }))
  return done.ok ? ok({ ...done.value, entry: done.value.hash }) : done
}

export async function approveCase(core: Core, stream: string, entry: string, saw?: Saw, given?: PasskeyTouch): Promise<Result<Acted>> {
  const ready = await ensure(core, stream as Id)
  if (!ready.ok) return ready
  const seen = saw ?? ready.value.head()
  const touch = await touchOf(core, { stream, entry, saw: seen }, given)
  if (!touch.ok) return touch
  return one(await actCase(core, stream, [{ does: "approve", input: { entry }, touch: touch.value }], { saw: seen }))
}

// ── Files ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export async function attach(
  core: Core,
  stream: string,
  source: FileSource,
  about: { readonly name?: string; readonly caption?: string },
): Promise<Result<{ readonly file: SealedFile }>> {
  const sent = await uploadFile({ api: core.inside.api, source, caption: about.caption })
  if (!sent.ok) return sent
  const file = sent.value
  const name = (about.name ?? source.name).trim().slice(0, 255) || "file"
  const input = { file, from: "member", name, ...(about.caption === undefined ? {} : { caption: about.caption }) }
  const done = await actCase(core, stream, [{ does: "keep-file", input, objects: [file.id as Id] }])
  return done.ok ? ok({ file }) : done
}
