// The log against the entries it speaks of: every place taken once, every hash made anew, the root under the server's signature, and
// what members saw and what was written down elsewhere are beginnings of it.
import { type Growing, growing, leafHash, verifyCheckpoint } from "@safe-conduct/sealing/verify"
import { type Checkpoint, type Hash, type Id, type PublicKey, type Seen, toHex } from "@safe-conduct/wire"
import type { Chain } from "./chain.ts"
import { type Fault, fault } from "./fault.ts"

/** What somebody knows of the log from elsewhere. */
export interface Known extends Seen {
  readonly stream?: Id
  readonly seq?: number
}

/** Every word that members left about the log. */
export const wordsOn = (chains: Iterable<Chain>): Known[] =>
  [...chains].flatMap(({ said, seen }) => seen.map((one) => ({ ...one.seen, stream: said.stream, seq: one.seq })))

/** `leaves` in order. `tree` is given where more is wanted of it than its root. */
export function logFault(
  leaves: Iterable<Uint8Array>,
  size: number,
  root: Hash,
  known: readonly Known[],
  tree: Growing = growing(),
): Fault | null {
  const beyond = known.find((one) => one.size > size)
  if (beyond) return fault("log-went-back", `The log holds ${size} entries, and somebody saw ${beyond.size}.`, beyond.stream, beyond.seq)
  const bySize = Map.groupBy(known, (one) => one.size)
  for (const leaf of leaves) {
    tree.add(leaf)
    const here = bySize.get(tree.size())
    if (here === undefined) continue
    const now = tree.root()
    const other = here.find((one) => one.root !== now)
    if (other) return fault("log-forked", `The log's first ${other.size} entries are not those that somebody saw.`, other.stream, other.seq)
  }
  return tree.size() === size && tree.root() === root ? null : fault("log-root-differs", "The log's root is not that of its entries.")
}

export const checkpointFault = async (received: PublicKey, checkpoint: Checkpoint): Promise<Fault | null> =>
  (await verifyCheckpoint(received, checkpoint))
    ? null
    : fault("checkpoint-unsigned", "The log's checkpoint is not signed by this server's key.")

/** Which entry stands at which place. A place taken twice, beyond the end, or by an entry that is not here is a fault. */
export function placed(
  size: number,
  rows: readonly { readonly stream: Id; readonly seq: number; readonly place: number }[],
  chains: ReadonlyMap<Id, Chain>,
): Fault | Uint8Array[] {
  const leaves: (Uint8Array | undefined)[] = Array.from({ length: rows.length })
  for (const { stream, seq, place } of rows) {
    const chain = chains.get(stream)
    const hash = chain?.hashes[seq]
    const hour = chain?.hours[seq]
    if (hash === undefined || hour === undefined)
      return fault("entry-missing", "The log holds an entry that is not here: it was taken away.", stream, seq)
    if (!(place >= 0 && place < rows.length) || leaves[place] !== undefined)
      return fault("log-place-taken", "The entry's place in the log is not its own.", stream, seq)
    leaves[place] = leafHash(hash, hour)
  }
  if (size === rows.length) return leaves as Uint8Array[]
  return fault("log-place-empty", `The log has ${size} places and ${rows.length} entries.`)
}

/** A tree that remembers the tiles it makes, by level and place, in hex. */
export function withTiles(): { readonly tree: Growing; readonly tiles: () => ReadonlyMap<string, string> } {
  const tiles = new Map<string, string[]>()
  const tree = growing(0, [], (level, index, hash) => {
    if (level % 8 !== 0) return
    const name = `${level / 8} ${Math.floor(index / 256)}`
    const row = tiles.get(name)
    if (row) row.push(toHex(hash))
    else tiles.set(name, [toHex(hash)])
  })
  return { tree, tiles: () => new Map([...tiles].map(([name, hashes]) => [name, hashes.join("")])) }
}
