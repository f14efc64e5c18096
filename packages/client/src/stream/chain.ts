// A shared stream as this member holds it: head, roster, epoch keys and the opened lines, in order. Plain bookkeeping; what may
// be believed is decided in pull.ts, what is sent in append.ts.
import { type Roster, hashOf } from "@safe-conduct/sealing/verify"
import {
  type Bytes,
  EMPTY,
  type Entry,
  type Guard,
  type Hash,
  type Head,
  type Hour,
  type Id,
  epochKeyBytes,
  fromHex,
  toHex,
} from "@safe-conduct/wire"

export interface ChainLine {
  readonly seq: number
  readonly hash: Hash
  /** The member, not the key. */
  readonly by: Id
  readonly hour: Hour
  /** The directory head that its author wrote under. */
  readonly dirSeq: number
  readonly epoch: number
  /** Undefined where this member holds no key or the body was destroyed. */
  readonly plain: unknown
  /** `body-missing`: whether it was destroyed or lost, the register tells. */
  readonly closed: "no-key" | "body-missing" | "damaged" | null
  readonly guards: readonly Guard[]
  readonly objects: readonly Id[]
  /** Of a line that begins an edition: whether the release key signed its number. */
  readonly editionSigned?: boolean
  /** Whether a passkey that its author certified was touched for it. Absent: by her key alone. */
  readonly factor?: "passkey"
  /** Why a touch that it carries does not count. */
  readonly touchRefused?: string
}

/** An entry that stands in the chain and that no honest client folds. */
export interface Outlaw {
  readonly seq: number
  readonly hash: Hash
  readonly by: Id | null
  readonly hour: Hour
  readonly error: string
}

export interface Chain {
  readonly stream: Id
  head: Head
  /** The directory head of the last entry; it may not go down. */
  dirSeq: number
  roster: Roster | null
  /** keyHash and envelopesHash as each roster entry announced them, by epoch. */
  readonly rosters: Map<number, Roster>
  readonly keys: Map<number, Bytes>
  /** Epochs without the envelope for recovery that the directory asked for. Readable; the next writer opens another. */
  readonly unrecoverable: Set<number>
  readonly lines: ChainLine[]
  readonly outlaws: Outlaw[]
  /** Lines whose epoch key this member does not hold yet. */
  readonly due: { readonly at: number; readonly entry: Entry; readonly body: Uint8Array; readonly epoch: number }[]
  /** How many lines the book has folded; when an earlier one opens later, it folds anew. */
  folded: number
  refold: boolean
  /** Set when the server served something that no honest server can serve. Nothing after it is believed or written. */
  broken: string | null
}

export const newChain = (stream: Id): Chain => ({
  stream,
  head: EMPTY,
  dirSeq: 0,
  roster: null,
  rosters: new Map(),
  keys: new Map(),
  unrecoverable: new Set(),
  lines: [],
  outlaws: [],
  due: [],
  folded: 0,
  refold: false,
  broken: null,
})

/**
 * Keys of earlier epochs, handed on inside the first line of a new one, so that a member who joins later reads what came before.
 * A line of the chain's own, never folded. Each key is used only if the signed roster entry of its epoch announced its hash.
 */
export interface EpochKeys {
  readonly kind: "epoch-keys"
  readonly v: 1
  readonly keys: readonly { readonly epoch: number; readonly key: string }[]
}

export const epochKeys = (chain: Chain): EpochKeys => ({
  kind: "epoch-keys",
  v: 1,
  keys: [...chain.keys].map(([epoch, key]) => ({ epoch, key: toHex(key) })),
})

export const isEpochKeys = (plain: unknown): plain is EpochKeys =>
  typeof plain === "object" &&
  plain !== null &&
  (plain as { kind?: unknown }).kind === "epoch-keys" &&
  Array.isArray((plain as EpochKeys).keys)

export function adoptKeys(desk: Id, chain: Chain, plain: unknown): void {
  if (!isEpochKeys(plain)) return
  for (const { epoch, key } of plain.keys) {
    const roster = chain.rosters.get(epoch)
    if (roster === undefined || chain.keys.has(epoch) || typeof key !== "string" || !/^[0-9a-f]{64}$/.test(key)) continue
    const bytes = fromHex(key)
    if (hashOf(epochKeyBytes(desk, chain.stream, epoch, bytes)) === roster.keyHash) chain.keys.set(epoch, bytes)
  }
}
