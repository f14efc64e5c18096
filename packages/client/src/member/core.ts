// The open vault's inside: one member's keys, the desk's own streams, the books of cases and proposals, mailboxes and cards.
// Every part of the vault works on this; nothing here is seen from outside.
import { activeMembers, drawerIdOf, epochStale, hashOf, membersIdOf, registerIdOf } from "@safe-conduct/sealing/verify"
import { streamIdentity } from "@safe-conduct/sealing/open"
import { type Signing, signingFromSeed } from "@safe-conduct/sealing/seal"
import { type CaseEnv, type CaseState, type Roles, caseKind } from "@safe-conduct/domain/case"
import type { Law } from "@safe-conduct/domain/clock"
import { type PinnedPolicy, pinPolicies } from "@safe-conduct/domain/decision"
import { type DrawerState, drawerKind } from "@safe-conduct/domain/drawer"
import type { Policy, Role } from "@safe-conduct/domain/evidence"
import { type MembersState, membersKind, passkeyAt, personOf, rolesAt } from "@safe-conduct/domain/members"
import { type ProposalState, proposalKind } from "@safe-conduct/domain/proposals"
import { type RegisterState, purgedHeads, registerKind } from "@safe-conduct/domain/register"
import type { SelfHelp } from "@safe-conduct/domain/request"
import { type Entry, type Guard, type HeadRow, type Id, type PublicKey, fromHex, utf8 } from "@safe-conduct/wire"
import { type Refusal, type Result, no, ok } from "../result.ts"
import { fetchKeys } from "../stream/pull.ts"
import { type Book, type BookGiven, newBook } from "./book.ts"
import { type CardBook, newCardBook } from "./cards.ts"
import { type CaseCard, cardOf, readCard } from "./case-card.ts"
import type { Inside } from "./inside.ts"
import { type IntakeSecrets, newIntakeSecrets } from "./intake-secrets.ts"
import { type LogWatch, newLogWatch } from "./log.ts"
import { type MailBook, newMailBook } from "./mail.ts"
import { rosterAfter, rosterRefusal } from "./restricted.ts"
import { unseenGuards } from "./unseen.ts"
import { type SaidWords, newSaidWords } from "./said-words.ts"
import type { Opened } from "./unlock.ts"
import { type CardKeep, type KeepShelf, newCardKeep } from "./card-keep.ts"
import type { CardThreads } from "./card-threads.ts"
import { type CompartmentBooks, newCompartmentBooks } from "./compartment-books.ts"
import type { Change } from "./vault-port.ts"

export interface VaultEnv {
  readonly server: string
  /** See ApiEnv: only the desk on a member's own machine gives it. */
  readonly origin?: string | undefined
  readonly fetch?: typeof fetch | undefined
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  readonly wait?: ((ms: number) => Promise<void>) | undefined
  readonly programme: VaultProgramme
  /** Where cards are verified beside the vault; absent: in it. */
  readonly cardThreads?: CardThreads | undefined
  /** Where opened cards are kept, sealed, until the next sitting; absent: nowhere. */
  readonly keepShelf?: KeepShelf | undefined
  /** 2,048 words for generated passphrases; a page need not wait for them until one is made. */
  readonly words: readonly string[] | Promise<readonly string[]>
  /** Whether signing in answers as soon as what changed last is known; absent: when everything is. */
  readonly beginsEarly?: boolean | undefined
  /** Whose signature begins a new edition; only tests give their own. */
  readonly releaseKeys?: readonly PublicKey[] | undefined
}
export interface VaultProgramme {
  /** Every version ever published: streams pin theirs by hash. */
  readonly policies: Readonly<Record<string, Policy>>
  readonly currentPolicy: Policy
  readonly law: Law
  /** What somebody can do by herself within the hour; absent: the programme says nothing of it. */
  readonly selfHelp?: SelfHelp
}

export interface Core {
  readonly env: VaultEnv
  readonly inside: Inside
  readonly opened: Opened
  readonly policies: readonly PinnedPolicy[]
  readonly current: PinnedPolicy
  readonly caseEnv: CaseEnv
  readonly register: Book<RegisterState>
  readonly members: Book<MembersState>
  readonly drawer: Book<DrawerState>
  readonly mail: MailBook
  readonly secrets: IntakeSecrets
  readonly said: SaidWords
  readonly cards: CardBook<CaseCard>
  readonly keep: CardKeep | null
  readonly log: LogWatch
  readonly rows: Map<Id, HeadRow>
  caseBook(stream: Id): Book<CaseState>
  proposalBook(stream: Id): Book<ProposalState>
  /** Nobody looks at it any more; the next who does reads it anew. */
  close(stream: Id): void
  readonly compartments: CompartmentBooks
  /** Drops a stream that was destroyed. */
  forget(stream: Id): void
  /** Books already opened, by stream. */
  readonly openBooks: () => readonly Book<unknown>[]
  guardHeads(streams: readonly Id[]): Promise<Result<readonly Guard[]>>
  /** The reply key of the newest number held. */
  replySigning(): { readonly number: number; readonly signing: Signing } | null
  nameOf(member: string): string
  /** Mine under this id or an earlier one: what I proposed then is not mine to approve now. */
  isMe(member: string): boolean
  emit(change: Change): void
  /** Answers said in a case whose mailbox could not be reached. */
  readonly unsent: { readonly ask: Id; readonly answer: Id; readonly entry: Entry }[]
  cursor: number
  reached: number | null
}

/** Streams that do not stand yet, or that this member does not read yet, are no fault. */
export const absent = (refusal: Refusal): boolean => refusal.error === "no-such-stream" || refusal.error === "not-on-roster"

export const sha256Text = (text: string): string => hashOf(utf8(text))

/** Nothing that a caller said of somebody is written where nothing can be destroyed: it has streams of its own (said-words.ts). */
function wordsInRegister({ does, input }: { readonly does: string; readonly input: unknown }): Refusal | null {
  const { words, people = [], why } = (input ?? {}) as { words?: unknown; people?: readonly unknown[]; why?: unknown }
  const said =
    does === "reconcile-sighting"
      ? why !== undefined
      : (does === "record-sighting" || does === "add-to-sighting") && people.length > 0 && words === undefined
  return said ? { error: "words-elsewhere", message: "What was said of somebody lies in a stream of its own.", at: "/words" } : null
}

export function openCore(env: VaultEnv, opened: Opened, emit: (change: Change) => void): Core {
  const { inside } = opened
  const policies = pinPolicies(Object.values(env.programme.policies), sha256Text)
  const current = policies.find((one) => one.policy === env.programme.currentPolicy) ?? (policies.at(-1) as PinnedPolicy)
  const person = (member: string): string => personOf(members.folded().state, member)
  const caseEnv: CaseEnv = { sha256: sha256Text, policies, person }
  const received = (): string => opened.info.received
  const everyone = (): readonly Id[] =>
    activeMembers(inside.directory.now())
      .map((member) => member.id)
      .sort()
  const rows = new Map<Id, HeadRow>()

  const book = <State, Env extends { readonly sha256: (text: string) => string }>(
    stream: Id,
    more: Pick<BookGiven<State, Env>, "kind" | "env"> & Partial<BookGiven<State, Env>>,
  ): Book<State> => newBook<State, Env>({ inside, stream, received, guardHeads, ...more })

  const register: Book<RegisterState> = book(registerIdOf(inside.desk), {
    kind: registerKind,
    env: { sha256: sha256Text, policies },
    roster: everyone,
    refuse: wordsInRegister,
    async guardHeads(streams, act) {
      const unseen = unseenGuards(register.folded().state, act).filter(({ stream }) => !reads(stream) && streams.includes(stream))
      const read = await guardHeads(streams.filter((stream) => unseen.every((one) => one.stream !== stream)))
      return read.ok ? ok([...read.value, ...unseen]) : read
    },
  })
  /** Whoever was ever an administrator: what she wrote then stands, and the roster keeps her out afterwards. */
  const admins = (): readonly string[] =>
    inside.directory.changes.flatMap(({ change }) =>
      change.does === "genesis" || change.does === "admin.set" ? change.admins.map((one) => one.member) : [],
    )
  const members = book(membersIdOf(inside.desk), {
    kind: membersKind,
    env: {
      sha256: sha256Text,
      get admins() {
        return admins()
      },
    },
    roster: everyone,
  })
  const drawer = book(drawerIdOf(inside.desk, inside.member), {
    kind: drawerKind,
    env: { sha256: sha256Text },
    roster: () => [inside.member],
  })

  /** Up to which head of the directory everybody has been named. */
  let named = -1
  let naming: Promise<Result<boolean>> | null = null
  async function readNames(): Promise<Result<boolean>> {
    const known = inside.directory.now().head.seq
    const pulled = await members.pull()
    if (pulled.ok || absent(pulled.refusal)) named = Math.max(named, known)
    return pulled
  }
  const names = (): Promise<Result<boolean>> => (naming ??= readNames().finally(() => (naming = null)))
  inside.people = {
    stream: members.stream,
    read: names,
    async reach(seq) {
      // One that began earlier may have asked before the directory told of `seq`: then once more.
      for (let times = 0; seq > named && times < 2; times++) {
        const pulled = await names()
        if (!pulled.ok && !absent(pulled.refusal)) return pulled
      }
      return ok(null)
    },
    async passkey(member, credential, head) {
      if (members.chain.head.seq < head.seq) {
        const pulled = await members.pull()
        if (!pulled.ok && !absent(pulled.refusal)) return pulled
      }
      // Kept back, or a head that never was: either way nothing can be said of it.
      if (members.chain.head.seq < head.seq) return no("members-behind", "Who has which passkey is not known here yet.")
      const { state, trail } = members.folded()
      const stands = trail.some((one) => one.seq === head.seq && one.hash === head.hash)
      return ok(stands ? passkeyAt(state, member, credential, head.seq) : null)
    },
  }

  const leaverHolds = (): boolean => {
    const { roster } = register.chain
    const directory = inside.directory.now()
    return roster !== null && epochStale(roster, directory, directory.head.seq) !== null
  }
  /** A card is for who reads the register now, so the register's key is changed before the first card after a removal. */
  async function freshRegister(): Promise<void> {
    if (!leaverHolds()) return
    const pulled = await register.pull()
    if (pulled.ok) await register.rewrap()
  }

  const rolesOf = (member: string): readonly Role[] =>
    (members.folded().state.named.findLast((row) => row.member === member)?.roles ?? []) as readonly Role[]

  const cases = new Map<Id, Book<CaseState>>()
  const proposals = new Map<Id, Book<ProposalState>>()
  const roles: Roles = { stream: members.stream, at: (member, seq) => rolesAt(members.folded().state, member, seq) }
  const compartments = newCompartmentBooks((stream, given) =>
    book(stream, { ...given, env: { sha256: sha256Text, person, roles }, known: rolesKnown }),
  )
  /** Who had which role is read as far as these lines say that it had been told. */
  async function rolesKnown(lines: readonly { readonly guards: readonly Guard[] }[]): Promise<Result<null>> {
    const told = lines.flatMap(({ guards }) => guards.filter(({ stream }) => stream === members.stream).map(({ seq }) => seq))
    const behind = (): boolean => told.some((seq) => seq > members.chain.head.seq)
    if (!behind()) return ok(null)
    const pulled = await members.pull()
    if (!pulled.ok) return pulled
    return behind() ? no("members-behind", "Who has which role is not known here yet.") : ok(null)
  }

  const cards = newCardBook<CaseCard>(
    inside,
    {
      desk: (epoch) => register.chain.keys.get(epoch),
      currentDesk() {
        const { roster, keys } = register.chain
        const key = roster === null ? undefined : keys.get(roster.epoch)
        // Somebody who left holds this key: nothing new is sealed under it.
        if (roster === null || key === undefined || leaverHolds()) return null
        return { epoch: roster.epoch, key }
      },
      async own(stream, epoch) {
        const { chain } = caseBook(stream)
        if (chain.head.seq < 0) await caseBook(stream).pull()
        if (!chain.keys.has(epoch)) await fetchKeys(inside, chain)
        return chain.keys.get(epoch)
      },
    },
    readCard,
    env.cardThreads,
  )

  /** A stream of a few values under their names, for all members, that can be destroyed. */
  const shelf = (stream: Id) =>
    book<DrawerState, { sha256: (text: string) => string }>(stream, { kind: drawerKind, env: { sha256: sha256Text }, roster: everyone })
  const said = newSaidWords(() => register.folded().state, shelf)
  const secrets = newIntakeSecrets(
    () => register.folded().state,
    shelf,
    (number) => inside.directory.now().intake.find((one) => one.certificate.number === number)?.certificate.recipient,
  )
  const joinedTo = (ask: Id): Id | undefined =>
    cards.all().find((card) => card.facts.asks.some((one) => one.ask === ask))?.stream ??
    [...cases.values()].find((one) => one.folded().state.requests.some((row) => row.ask === ask))?.stream

  const mail = newMailBook({
    inside,
    intake: () => secrets.all(),
    async kept(ask, seq, hash) {
      const joined = joinedTo(ask)
      const row =
        joined === undefined
          ? undefined
          : caseBook(joined)
              .folded()
              .state.messages?.find((one) => one.ask === ask && one.seq === seq)
      return row?.hash === hash ? row.body : null
    },
    keyGone: (number) => secrets.gone(number),
    purged: (ask) => purgedHeads(register.folded().state, ask),
    async sealTo(ask) {
      const joined = joinedTo(ask)
      if (joined === undefined) return []
      const { chain } = caseBook(joined)
      if (chain.keys.size === 0) await caseBook(joined).pull()
      return Promise.all([...chain.keys.values()].map(async (key) => (await streamIdentity(inside.desk, joined, key)).identity))
    },
  })

  function caseBook(stream: Id): Book<CaseState> {
    const known = cases.get(stream)
    if (known !== undefined) return known
    const made: Book<CaseState> = book(stream, {
      kind: caseKind,
      env: caseEnv,
      // A restricted case keeps the roster that members on it gave it, and what is no case its own; every other is for all who are active.
      roster: (acts) => {
        const { opened } = made.folded().state
        if (opened === null) return null
        return opened.restricted === true ? rosterAfter(inside, made.chain, acts) : everyone()
      },
      refuse: (act) => rosterRefusal(inside, made.chain, rolesOf, act),
      card: async (state, through, own) =>
        state.opened === null ? null : cards.make(stream, cardOf(state), through, state.opened.restricted === true ? own : null),
      cardStale: async () => void (await cards.pull()),
      cardStored: (card, state) => cards.put(stream, card, cardOf(state)),
      before: freshRegister,
    })
    cases.set(stream, made)
    return made
  }

  function proposalBook(stream: Id): Book<ProposalState> {
    const known = proposals.get(stream)
    if (known !== undefined) return known
    const made = book<ProposalState, CaseEnv>(stream, { kind: proposalKind, env: caseEnv, roster: everyone })
    proposals.set(stream, made)
    return made
  }

  /** A compartment that was read here: whoever is on it vouches for its head herself. */
  const reads = (stream: Id): boolean => (compartments.held(stream)?.chain.head.seq ?? -1) >= 0

  /** A mailbox is read to its end and opened; another stream is pulled and folded: only then is its head vouched for. */
  async function guardHeads(streams: readonly Id[]): Promise<Result<readonly Guard[]>> {
    const guards: Guard[] = []
    for (const stream of streams) {
      if (mail.get(stream) !== undefined) {
        const read = await mail.guards([stream])
        if (!read.ok) return read
        guards.push(...read.value)
        continue
      }
      const held =
        (stream === members.stream ? members : undefined) ??
        cases.get(stream) ??
        (cards.get(stream) === undefined ? undefined : caseBook(stream)) ??
        proposals.get(stream) ??
        compartments.held(stream) ??
        secrets.bookOf(stream) ??
        said.bookOf(stream)
      if (held === undefined) return no("unknown-stream", "A stream that must be guarded is not known here.", { params: { stream } })
      const pulled = await held.pull()
      if (!pulled.ok) return pulled
      guards.push({ stream, seq: held.chain.head.seq, hash: held.chain.head.hash })
    }
    return ok(guards)
  }

  return {
    env,
    inside,
    opened,
    policies,
    current,
    caseEnv,
    register,
    members,
    drawer,
    mail,
    cards,
    keep: env.keepShelf === undefined ? null : newCardKeep(env.keepShelf, inside),
    log: newLogWatch(inside, received),
    rows,
    caseBook,
    proposalBook,
    compartments,
    secrets,
    said,
    close: (stream) => void cases.delete(stream),
    forget(stream) {
      secrets.forget(stream)
      said.forget(stream)
      cards.drop(stream)
      cases.delete(stream)
      proposals.delete(stream)
      compartments.forget(stream)
    },
    openBooks: () =>
      [
        register,
        members,
        drawer,
        ...cases.values(),
        ...proposals.values(),
        ...compartments.all(),
        ...said.books(),
      ] as readonly Book<unknown>[],
    guardHeads,
    replySigning() {
      const certified = inside.directory.now().reply.at(-1)?.certificate
      if (certified === undefined) return null
      // By the key itself: a change that was begun and left has taken its number. The newest is likeliest, and last.
      for (const { secret } of register.folded().state.replyKeys.toReversed()) {
        const signing = signingFromSeed(fromHex(secret))
        if (signing.key === (certified.key as PublicKey)) return { number: certified.number, signing }
      }
      return null
    },
    isMe: (member) => person(member) === person(inside.member),
    nameOf: (member) => members.folded().state.named.findLast((row) => row.member === member)?.name ?? "",
    emit,
    unsent: [],
    cursor: 0,
    reached: null,
  }
}
