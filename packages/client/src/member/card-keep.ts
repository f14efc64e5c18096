// The cards of the last sitting, sealed on this device, so that the next one verifies and opens only what changed since. Anything that
// does not fit, whatever it is, and the keep is thrown away and built anew from the server; a shared device keeps none after signing out.
import { openKeep } from "@safe-conduct/sealing/open"
import { sealKeep } from "@safe-conduct/sealing/seal"
import { type CardRow, type Head, type Id, fromUtf8, utf8 } from "@safe-conduct/wire"
import { DAY } from "../day.ts"
import { isCardRow } from "./card-frames.ts"
import { newTurn } from "../turn.ts"
import type { Look } from "./cards.ts"
import type { Inside } from "./inside.ts"

/** Where it lies: IndexedDB in a browser. Whatever it throws counts as nothing there. */
export interface KeepShelf {
  get(name: string): Promise<unknown>
  put(name: string, value: unknown): Promise<void>
  drop(name: string): Promise<void>
}

export interface KeptCard {
  readonly stream: Id
  readonly version: number
  readonly through: Head
  readonly behind: boolean
  readonly epoch: number
  readonly facts: unknown
  readonly last?: Look | undefined
}
export interface Kept {
  /** The register's epoch: once a holder of the card key was removed, everything is read anew. */
  readonly epoch: number
  /** Where the server's cards had been read to. */
  readonly cursor: number
  readonly cards: readonly KeptCard[]
  /** Of restricted cases, as the server gave them: who may read these is asked anew each time. */
  readonly restricted: readonly CardRow[]
  /** Streams that had no card then. */
  readonly without: readonly Id[]
}

export interface CardKeep {
  load(): Promise<Kept | null>
  save(kept: Kept): Promise<void>
  drop(): Promise<void>
  /** Gone, and nothing is kept from now on: after signing out. */
  end(): Promise<void>
}

/** Of JSON: some 60,000 families. */
const MOST = 64 << 20
/** A device that lay in a drawer begins anew. */
const DAYS = 30

type Packed = readonly [stream: Id, version: number, seq: number, hash: string, behind: 0 | 1, epoch: number, facts: unknown, last?: Look]
interface Written {
  readonly v: 2
  readonly desk: Id
  readonly member: Id
  readonly at: number
  readonly epoch: number
  readonly cursor: number
  readonly cards: readonly Packed[]
  readonly restricted: readonly CardRow[]
  readonly without: readonly Id[]
}

export function newCardKeep(shelf: KeepShelf, { desk, member, seeds, now }: Pick<Inside, "desk" | "member" | "seeds" | "now">): CardKeep {
  const place = { desk, member }
  const name = `cards ${desk} ${member}`
  const turn = newTurn()
  let ended = false

  const drop = async (): Promise<void> => {
    try {
      await shelf.drop(name)
    } catch {
      // What cannot be dropped stays sealed.
    }
  }

  async function read(): Promise<Kept | null> {
    const sealed = await shelf.get(name)
    if (!(sealed instanceof Uint8Array)) return null
    const plain = await openKeep(seeds.open, place, sealed)
    if (plain === null) return null
    const said = JSON.parse(fromUtf8(plain)) as Written
    const young = said.at <= now() && now() - said.at < DAYS * DAY
    if (said.v !== 2 || said.desk !== desk || said.member !== member || !young || !said.restricted.every(isCardRow)) return null
    return {
      epoch: said.epoch,
      cursor: said.cursor,
      cards: said.cards.map(([stream, version, seq, hash, behind, epoch, facts, last]) => ({
        stream,
        version,
        through: { seq, hash: hash as Head["hash"] },
        behind: behind === 1,
        epoch,
        facts,
        last,
      })),
      restricted: said.restricted,
      without: said.without,
    }
  }

  return {
    async load() {
      try {
        const kept = await read()
        if (kept === null) await drop()
        return kept
      } catch {
        await drop()
        return null
      }
    },
    save: (kept) => turn(() => save(kept)),
    drop: () => turn(drop),
    end() {
      ended = true
      return turn(drop)
    },
  }

  async function save({ epoch, cursor, cards, restricted, without }: Kept): Promise<void> {
    if (ended) return
    const packed = cards.map(({ stream, version, through, behind, epoch, facts, last }): Packed => {
      const card = [stream, version, through.seq, through.hash, behind ? 1 : 0, epoch, facts] as const
      return last === undefined ? card : [...card, last]
    })
    const written: Written = { v: 2, desk, member, at: now(), epoch, cursor, cards: packed, restricted, without }
    const plain = utf8(JSON.stringify(written))
    if (plain.length > MOST) return drop()
    try {
      const sealed = await sealKeep(seeds.open, place, plain)
      // She may have signed out while it was sealed.
      if (!ended) await shelf.put(name, sealed)
    } catch {
      // A full device: the next sign-in reads from the server.
      await drop()
    }
  }
}
