// Cards: one sealed row of facts for each case, fetched as binary frames since a cursor, so that a list opens without folding
// every chain. A card that is older than the stream is shown as behind, never as the truth.
import { openCard } from "@safe-conduct/sealing/open"
import { sealCard } from "@safe-conduct/sealing/seal"
import { memberByKid } from "@safe-conduct/sealing/verify"
import { type Bytes, type Card, type CardRow, type Head, type Id, fromBase64, sameHead } from "@safe-conduct/wire"
import { type Result, no, ok } from "../result.ts"
import { newTurn } from "../turn.ts"
import { type Signers, checkFrames, checkHere } from "./card-check.ts"
import { type CardPage, type Frame, framesAt, newestOf, pageOf } from "./card-frames.ts"
import type { Kept } from "./card-keep.ts"
import type { CardThreads } from "./card-threads.ts"
import type { Inside } from "./inside.ts"
import type { UrgencyLevel } from "./vault-port.ts"

/** What the clock said of a card when its row was last reckoned, and until when that holds. */
export type Look = readonly [level: UrgencyLevel, until: number]

export interface HeldCard<Facts> {
  readonly stream: Id
  readonly version: number
  readonly through: Head
  readonly behind: boolean
  readonly own: boolean
  /** Under which epoch it lies: of the register, or of the stream itself where `own`. */
  readonly epoch: number
  readonly facts: Facts
  /** From the sitting before; gone as soon as another card comes. */
  readonly last?: Look | undefined
}

/** `more`: the next cards are on their way, or come once this has ended. */
export type OnPage = (changed: readonly Id[], more: boolean) => Promise<void> | void

export interface CardBook<Facts> {
  /** Asks for the first page before its turn has come: of what changed since what will be restored was kept, or, null, with nothing kept. */
  begin(since: number | null): void
  /** New cards since the cursor. Answers the streams whose card changed; `page` hears of them, and the first page waits for what it says. */
  pull(page?: OnPage): Promise<Result<readonly Id[]>>
  get(stream: Id): HeldCard<Facts> | undefined
  readonly all: () => readonly HeldCard<Facts>[]
  /** Another number whenever a card came or changed. */
  readonly revision: () => number
  /** The server's head as last heard, so that a card can say that it is behind. */
  heard(stream: Id, head: Head): void
  /**
   * The card that follows an append; null where the facts do not fit, and then the stream is opened to be read. `own`: for the stream's
   * own roster, under the epoch that it has by then.
   */
  make(stream: Id, facts: Facts, through: Head, own: EpochKey | null): Promise<Card | null>
  /** What this device kept of the last sitting: before the first pull, or not at all. True where it was taken. */
  restore(kept: Kept): Promise<boolean>
  /** What is worth keeping; null before anything was read to its end, and where the device has it already, unless it is asked for `again`. */
  worthKeeping(again?: boolean): (Omit<Kept, "cards"> & { readonly cards: readonly HeldCard<Facts>[] }) | null
  /** The streams that the server still lets us read; the rest was taken from us, and goes. */
  only(streams: ReadonlySet<Id>): void
  /** Destroyed: the server has none either. */
  drop(stream: Id): void
  /** Cards of whoever left: their chains are read before they are believed. */
  readonly doubted: () => readonly Id[]
  /** What the chain itself says, in the place of a doubted card. */
  prove(stream: Id, facts: Facts, through: Head): void
  /** Ours, just stored. */
  put(stream: Id, card: Card, facts: Facts): void
}

export interface EpochKey {
  readonly epoch: number
  readonly key: Bytes
}

export interface CardKeys {
  /** Of the register's epoch. */
  desk(epoch: number): Bytes | undefined
  currentDesk(): EpochKey | null
  /** Of the stream's own epoch, for restricted cases. */
  own(stream: Id, epoch: number): Promise<Bytes | undefined>
}

/** A card as it came and what it says; of those that are kept as they came, the row too. */
interface Opened<Facts> extends Pick<Card, "stream" | "version" | "through" | "own" | "cardEpoch" | "author"> {
  readonly head: Head
  readonly row: CardRow | null
  readonly facts: Facts | null
}

const unreadable = () => no("bad-answer", "The server's cards cannot be read.")

/** Up to these are verified here: to begin a thread and send them there takes longer. */
const FEW = 200
/** Whoever has no card yet is told so many first, and then as many as the server gives. */
const FIRST = FEW
const MOST = 100_000

export function newCardBook<Facts>(
  inside: Inside,
  keys: CardKeys,
  read: (value: unknown) => Facts | null,
  threads?: CardThreads,
): CardBook<Facts> {
  const held = new Map<Id, HeldCard<Facts>>()
  const versions = new Map<Id, number>()
  const heads = new Map<Id, Head>()
  /** Of restricted cases, as they came: what is kept of them on a device is this, and never their facts. */
  const asGiven = new Map<Id, CardRow>()
  let cursor = 0
  let revision = 0
  /** Cards from this device that were up to date when they were kept. */
  const restored = new Set<Id>()
  /** Streams that had no card then; null once what was kept has been held against the server. */
  let without: ReadonlySet<Id> | null = null
  /** The revision that the device has. */
  let lies = 0
  /**
   * Last written by somebody who left since, and who kept the key of that epoch: with the server's help she could write one today.
   * Shown as behind until the chain was read.
   */
  const doubted = new Set<Id>()

  /** Members who left signed too: believed for what they could say then. */
  const signers = (): Signers =>
    new Map(Object.values(inside.directory.now().members).map(({ kid, certificate }) => [kid, certificate.sign]))

  async function factsOf({ row: { card }, sealed }: Frame): Promise<Facts | null> {
    const key = card.own ? await keys.own(card.stream, card.cardEpoch) : keys.desk(card.cardEpoch)
    if (key === undefined) return null
    try {
      return read(await openCard(card, key, sealed))
    } catch {
      // It opened and is no JSON: whoever sealed it meant no card.
      return null
    }
  }

  async function openedOf(frame: Frame): Promise<Opened<Facts>> {
    const { card, head } = frame.row
    const { stream, version, through, own, cardEpoch, author } = card
    return { stream, version, through, own, cardEpoch, author, head, row: own ? frame.row : null, facts: await factsOf(frame) }
  }

  /** Null where one of the frames is none. */
  async function openedIn(bytes: Uint8Array, places: readonly number[]): Promise<readonly Opened<Facts>[] | null> {
    const opened: Opened<Facts>[] = []
    for (const frames of framesAt(bytes, places)) {
      if (frames === null) return null
      for (const one of await Promise.all(frames.map(openedOf))) opened.push(one)
    }
    return opened
  }

  /** One number for each frame, cut into as many parts as there are threads. */
  async function verified(bytes: Uint8Array<ArrayBuffer>, { places }: CardPage): Promise<Uint8Array> {
    const known = signers()
    const count = places.length - 1
    if (threads === undefined || count <= FEW) return checkHere(bytes.subarray(places[0]), inside.desk, known)
    const holds = new Uint8Array(count)
    const part = Math.ceil(count / threads.count)
    const starts = Array.from({ length: Math.ceil(count / part) }, (_, n) => n * part)
    const parts = starts.map(async (from) => {
      const to = Math.min(from + part, count)
      holds.set((await threads.check(bytes.subarray(places[from], places[to]), inside.desk, known)).subarray(0, to - from), from)
    })
    await Promise.all(parts)
    return holds
  }

  function noteHead(stream: Id, head: Head): void {
    heads.set(stream, head)
    const card = held.get(stream)
    const behind = card !== undefined && (doubted.has(stream) || !sameHead(head, card.through))
    if (card !== undefined && card.behind !== behind) held.set(stream, { ...card, behind })
  }

  /** Only what was opened here and whose signature holds (`holds`, in the same order) is held. */
  function take(opened: readonly Opened<Facts>[], holds: Uint8Array): readonly Id[] {
    const taken: Id[] = []
    for (const [n, { stream, version, through, own, cardEpoch, author, head, row, facts }] of opened.entries()) {
      heads.set(stream, head)
      versions.set(stream, version)
      const before = held.get(stream)
      if (before !== undefined && before.version >= version) {
        // An older card than the one that is held, or the same again: it says nothing new but where the server stands.
        noteHead(stream, head)
        continue
      }
      if (holds[n] !== 1 || facts === null) continue
      if (memberByKid(inside.directory.now(), author) === null) doubted.add(stream)
      else doubted.delete(stream)
      held.set(stream, { stream, version, through, behind: doubted.has(stream) || !sameHead(head, through), own, epoch: cardEpoch, facts })
      if (row !== null) asGiven.set(stream, row)
      else asGiven.delete(stream)
      taken.push(stream)
    }
    if (taken.length > 0) revision++
    return taken
  }

  const turn = newTurn()
  type Answer = Awaited<ReturnType<typeof inside.api.cards>>
  /** What was asked before the turn of its reading: what changed since then, or, null, what changed last. */
  let begun: { readonly since: number | null; readonly asked: Promise<Answer> } | null = null

  /** A page goes to the threads as soon as it is here, while the one before it is still being opened and reckoned. */
  function arrived(answer: Answer) {
    if (!answer.ok) return answer
    const bytes = answer.value as Uint8Array<ArrayBuffer>
    const page = pageOf(bytes)
    return page === null ? unreadable() : ok({ bytes, page, checked: verified(bytes, page) })
  }
  function arrivedBackwards(answer: Answer) {
    if (!answer.ok) return answer
    const told = newestOf(answer.value as Uint8Array<ArrayBuffer>)
    if (told === null) return unreadable()
    const page = arrived(ok(told.page))
    return page.ok ? ok({ ...page.value, newest: told.newest }) : page
  }

  /** Nothing is held before both have said yes: whoever opens, here, and whoever verifies. Null where the page cannot be read. */
  async function hold({ bytes, page, checked }: ReturnType<typeof arrived> extends Result<infer Page> ? Page : never) {
    const [opened, holds] = await Promise.all([openedIn(bytes, page.places), checked])
    return opened === null ? null : take(opened, holds)
  }

  /**
   * With nothing held: what changed last comes first, a little of it at once, so that a desk that is used shows its day before all of it
   * was read. Answers the newest change, from which is then read on, where there was more than one page; what broke off is read the other way.
   */
  async function readBack(first: Promise<Answer>, tell: OnPage): Promise<Result<{ readonly newest: number; readonly pages: number }>> {
    let asked = first.then(arrivedBackwards)
    let newest = 0
    let before = Number.POSITIVE_INFINITY
    for (let pages = 1; ; pages++) {
      const answer = await asked
      if (!answer.ok) return answer
      const { page } = answer.value
      if (pages === 1) newest = answer.value.newest
      if (page.more && page.cursor >= before) return unreadable()
      before = page.cursor
      const next = () => inside.api.newestCards(MOST, page.cursor).then(arrivedBackwards)
      // The server makes the next page while this one is opened; but whoever waits for the first does not share the machine with it.
      if (page.more && pages > 1) asked = next()
      const taken = await hold(answer.value)
      if (taken === null) return unreadable()
      await tell(taken, page.more)
      if (!page.more) return ok({ newest, pages })
      if (pages === 1) {
        threads?.begin()
        asked = next()
      }
    }
  }

  async function readOn(onPage?: OnPage): Promise<Result<readonly Id[]>> {
    const changed: Id[] = []
    const tell: OnPage = (taken, more) => {
      for (const stream of taken) changed.push(stream)
      return onPage?.(taken, more)
    }
    const ahead = begun
    begun = null
    if (cursor === 0 && held.size === 0) {
      const back = await readBack(ahead?.since === null ? ahead.asked : inside.api.newestCards(FIRST), tell)
      if (!back.ok) return back
      cursor = back.value.newest
      // What came in one page has missed nothing; what came in several may have: a card that changed meanwhile went from a later page to none.
      if (back.value.pages === 1) return ok(changed)
    }
    const ask = (since: number) => inside.api.cards(since).then(arrived)
    // What was asked for before the heads were told may lack a card whose head is among them.
    const told = ahead?.since === cursor ? ahead.asked.then(arrived) : null
    let early = told !== null
    let asked = told ?? ask(cursor)
    for (;;) {
      const answer = await asked
      if (!answer.ok) return answer
      const { page } = answer.value
      // A page that leads to more must lead on, or it would be read for ever.
      if (page.more && page.cursor <= cursor) return unreadable()
      // The server makes the next page while this one is opened.
      if (page.more) asked = ask(page.cursor)
      const taken = await hold(answer.value)
      if (taken === null) return unreadable()
      cursor = page.cursor
      await tell(taken, page.more)
      if (page.more) continue
      // A head moved or a stream began, and no card came with it: perhaps the server counts from another place since a backup was put
      // back. Everything is asked for once more; what is held stays, and only newer cards take its place.
      const missing = without
      without = null
      if (missing === null) return ok(changed)
      const behind = [...held.values()].some((card) => card.behind && restored.has(card.stream))
      if (!behind && [...heads.keys()].every((stream) => held.has(stream) || missing.has(stream))) return ok(changed)
      if (early) without = missing
      else cursor = 0
      early = false
      asked = ask(cursor)
    }
  }

  return {
    begin(since) {
      begun ??= { since, asked: since === null ? inside.api.newestCards(FIRST) : inside.api.cards(since) }
    },
    pull: (page) => turn(() => readOn(page).finally(() => threads?.end())),
    get: (stream) => held.get(stream),
    all: () => [...held.values()],
    revision: () => revision,
    drop(stream) {
      if (held.delete(stream)) revision++
    },
    heard: noteHead,
    async restore(kept) {
      const current = keys.currentDesk()
      // Whoever held the key of an older epoch and left could have made them; and a card that is held already knows better.
      if (current === null || kept.epoch !== current.epoch || cursor !== 0 || held.size > 0) return false
      const facts = kept.cards.map((card) => read(card.facts))
      if (facts.includes(null)) return false
      for (const [n, { stream, version, through, behind, epoch, last }] of kept.cards.entries()) {
        const head = heads.get(stream)
        held.set(stream, {
          stream,
          version,
          through,
          behind: head === undefined || !sameHead(head, through),
          own: false,
          epoch,
          facts: facts[n] as Facts,
          last,
        })
        versions.set(stream, version)
        if (!behind) restored.add(stream)
      }
      const frames = kept.restricted.map((row) => ({
        row: { ...row, head: heads.get(row.card.stream) ?? row.head },
        sealed: fromBase64(row.card.sealed),
      }))
      take(await Promise.all(frames.map(openedOf)), await checkFrames(frames, inside.desk, signers()))
      without = new Set(kept.without)
      cursor = kept.cursor
      lies = ++revision
      return true
    },
    worthKeeping(again = false) {
      const current = keys.currentDesk()
      if (current === null || cursor === 0 || (revision === lies && !again)) return null
      lies = revision
      const cards = [...held.values()].filter(({ own, stream }) => !own && !doubted.has(stream))
      const bare = [...heads.keys()].filter((stream) => !held.has(stream) || doubted.has(stream))
      return { epoch: current.epoch, cursor, cards, restricted: [...asGiven.values()], without: bare }
    },
    only(streams) {
      for (const stream of held.keys()) {
        if (streams.has(stream)) continue
        held.delete(stream)
        asGiven.delete(stream)
        revision++
      }
    },
    async make(stream, facts, through, own) {
      const current = own ?? keys.currentDesk()
      if (current === null) return null
      const version = (versions.get(stream) ?? 0) + 1
      const place = { desk: inside.desk, stream, version, cardEpoch: current.epoch, own: own !== null, through }
      return sealCard(place, inside.keys.signing, current.key, facts)
    },
    doubted: () => [...doubted],
    prove(stream, facts, through) {
      const card = held.get(stream)
      if (card === undefined || !doubted.delete(stream)) return
      held.set(stream, { ...card, facts, through, behind: !sameHead(heads.get(stream) ?? through, through), last: undefined })
      revision++
    },
    put(stream, card, facts) {
      doubted.delete(stream)
      versions.set(stream, card.version)
      heads.set(stream, card.through)
      held.set(stream, { stream, version: card.version, through: card.through, behind: false, own: card.own, epoch: card.cardEpoch, facts })
      if (card.own) asGiven.set(stream, { card, head: card.through })
      else asGiven.delete(stream)
      revision++
    },
  }
}
