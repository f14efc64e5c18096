// Cards: one sealed row of facts for each case, fetched as binary frames since a cursor, so that a list opens without folding
// every chain. A card that is older than the stream is shown as behind, never as the truth.
import { memberByKid, verifyCard } from "@safe-conduct/sealing/verify"
import { openCard } from "@safe-conduct/sealing/open"
import { sealCard } from "@safe-conduct/sealing/seal"
import { type Bytes, type Card, CardRow, type Head, type Id, fromUtf8, sameHead } from "@safe-conduct/wire"
import * as v from "valibot"
import { type Result, no, ok } from "../result.ts"
import { newTurn } from "../turn.ts"
import type { Inside } from "./inside.ts"

export interface HeldCard<Facts> {
  readonly stream: Id
  readonly version: number
  readonly through: Head
  readonly behind: boolean
  readonly own: boolean
  readonly facts: Facts
}

export interface CardBook<Facts> {
  /** New cards since the cursor. Answers the streams whose card changed. */
  pull(): Promise<Result<readonly Id[]>>
  get(stream: Id): HeldCard<Facts> | undefined
  readonly all: () => readonly HeldCard<Facts>[]
  /** The server's head as last heard, so that a card can say that it is behind. */
  heard(stream: Id, head: Head): void
  /** The card that follows an append; null where the facts do not fit, and then the stream is opened to be read. */
  make(stream: Id, facts: Facts, through: Head, own: boolean): Promise<Card | null>
  /** Ours, just stored. */
  put(stream: Id, card: Card, facts: Facts): void
}

export interface CardKeys {
  /** Of the register's epoch. */
  desk(epoch: number): Bytes | undefined
  currentDesk(): { readonly epoch: number; readonly key: Bytes } | null
  /** Of the stream's own epoch, for restricted cases. */
  own(stream: Id, epoch: number): Promise<Bytes | undefined>
  currentOwn(stream: Id): { readonly epoch: number; readonly key: Bytes } | null
}

export function newCardBook<Facts>(inside: Inside, keys: CardKeys, read: (value: unknown) => Facts | null): CardBook<Facts> {
  const held = new Map<Id, HeldCard<Facts>>()
  const versions = new Map<Id, number>()
  const heads = new Map<Id, Head>()
  let cursor = 0

  async function take({ card, head }: CardRow): Promise<boolean> {
    heads.set(card.stream, head)
    versions.set(card.stream, card.version)
    if ((held.get(card.stream)?.version ?? 0) >= card.version) return false
    const author = memberByKid(inside.directory.now(), card.author)
    // A member who was removed since wrote it: believed for what she could say then.
    const certificate = author?.certificate ?? Object.values(inside.directory.now().members).find((m) => m.kid === card.author)?.certificate
    if (certificate === undefined || card.desk !== inside.desk || (await verifyCard(card, certificate.sign)) !== null) return false
    const key = card.own ? await keys.own(card.stream, card.cardEpoch) : keys.desk(card.cardEpoch)
    if (key === undefined) return false
    const facts = read(await openCard(card, key))
    if (facts === null) return false
    held.set(card.stream, {
      stream: card.stream,
      version: card.version,
      through: card.through,
      behind: !sameHead(head, card.through),
      own: card.own,
      facts,
    })
    return true
  }

  const turn = newTurn()

  async function readOn(): Promise<Result<readonly Id[]>> {
    const changed: Id[] = []
    for (;;) {
      const answer = await inside.api.cards(cursor)
      if (!answer.ok) return answer
      const page = readFrames(answer.value)
      if (page === null) return no("bad-answer", "The server's cards cannot be read.")
      const taken = await Promise.all(page.rows.map(take))
      changed.push(...page.rows.filter((_, n) => taken[n]).map((row) => row.card.stream))
      cursor = page.cursor
      if (!page.more) return ok(changed)
    }
  }

  return {
    pull: () => turn(readOn),
    get: (stream) => held.get(stream),
    all: () => [...held.values()],
    heard(stream, head) {
      heads.set(stream, head)
      const card = held.get(stream)
      if (card !== undefined) held.set(stream, { ...card, behind: !sameHead(head, card.through) })
    },
    async make(stream, facts, through, own) {
      const current = own ? keys.currentOwn(stream) : keys.currentDesk()
      if (current === null) return null
      const place = { desk: inside.desk, stream, version: (versions.get(stream) ?? 0) + 1, cardEpoch: current.epoch, own, through }
      return sealCard(place, inside.keys.signing, current.key, facts)
    },
    put(stream, card, facts) {
      versions.set(stream, card.version)
      heads.set(stream, card.through)
      held.set(stream, { stream, version: card.version, through: card.through, behind: false, own: card.own, facts })
    },
  }
}

/** u64 next cursor ‖ u8 more ‖ frames of u32 length ‖ UTF-8 JSON. Null when anything does not fit. */
export function readFrames(
  bytes: Uint8Array,
): { readonly cursor: number; readonly more: boolean; readonly rows: readonly CardRow[] } | null {
  if (bytes.length < 9) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const cursor = Number(view.getBigUint64(0))
  const rows: CardRow[] = []
  for (let at = 9; at < bytes.length; ) {
    if (at + 4 > bytes.length) return null
    const length = view.getUint32(at)
    if (at + 4 + length > bytes.length) return null
    let json: unknown
    try {
      json = JSON.parse(fromUtf8(bytes.subarray(at + 4, at + 4 + length)))
    } catch {
      return null
    }
    const row = v.safeParse(CardRow, json)
    if (!row.success) return null
    rows.push(row.output)
    at += 4 + length
  }
  return { cursor, more: bytes[8] === 1, rows }
}
