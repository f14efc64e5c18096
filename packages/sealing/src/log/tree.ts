// Hashes of the log's tree (RFC 6962, 2.1) and the proofs made of them. Where a hash is stored is the caller's affair.
import {
  type Bytes,
  type Hash,
  type Hour,
  type Node,
  type Range,
  consistencyRanges,
  inclusionRanges,
  leafBytes,
  splitAt,
  wholes,
} from "@safe-conduct/wire"
import { concat, equalBytes, hashBytes, hashFromBytes } from "@safe-conduct/wire"
import { sha256 } from "../primitives/hash.ts"

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** An entry's leaf: its hash and the hour in which it was stored. */
export const leafHash = (entry: Hash, hour: Hour): Bytes => sha256(concat(LEAF, leafBytes(entry, hour)))
export const nodeHash = (left: Uint8Array, right: Uint8Array): Bytes => sha256(concat(NODE, left, right))

/** The hash over whole subtrees that follow each other, largest first. */
export function joined(parts: readonly Uint8Array[]): Bytes {
  let hash = parts.at(-1) as Bytes | undefined
  if (hash === undefined) return sha256(new Uint8Array(0))
  for (let i = parts.length - 2; i >= 0; i--) hash = nodeHash(parts[i] as Uint8Array, hash)
  return hash
}

/** Reads whole subtrees' hashes, of as many as are asked for at once. */
export type ReadNodes = (nodes: readonly Node[]) => Promise<readonly Uint8Array[]>

async function rangeHashes(ranges: readonly Range[], read: ReadNodes): Promise<Hash[]> {
  const nodes = ranges.map(({ from, n }) => wholes(from, n))
  const hashes = await read(nodes.flat())
  let at = 0
  return nodes.map((part) => hashFromBytes(joined(hashes.slice(at, (at += part.length)))))
}

export const rootAt = async (size: number, read: ReadNodes): Promise<Hash> => hashFromBytes(joined(await read(wholes(0, size))))
export const inclusionPath = (place: number, size: number, read: ReadNodes): Promise<Hash[]> =>
  rangeHashes(inclusionRanges(place, size), read)
export const consistencyPath = (older: number, size: number, read: ReadNodes): Promise<Hash[]> =>
  rangeHashes(consistencyRanges(older, size), read)

/** Whether a leaf stands at this place among the first `size` leaves under `root`. */
export function provesInclusion(leaf: Uint8Array, place: number, size: number, path: readonly Hash[], root: Hash): boolean {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(place) || place < 0 || place >= size) return false
  const ranges = inclusionRanges(place, size)
  if (ranges.length !== path.length) return false
  let hash = leaf
  for (const [i, { from }] of ranges.entries()) {
    const sibling = hashBytes(path[i] as Hash)
    hash = from > place ? nodeHash(hash, sibling) : nodeHash(sibling, hash)
  }
  return equalBytes(hash, hashBytes(root))
}

/** Whether the tree of `size` leaves under `root` begins with the `older` leaves under `olderRoot`. */
export function provesConsistency(older: number, olderRoot: Hash, size: number, root: Hash, path: readonly Hash[]): boolean {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(older) || older < 1 || older > size) return false
  if (older === size) return path.length === 0 && olderRoot === root
  if (consistencyRanges(older, size).length !== path.length) return false
  const given = path.map(hashBytes)
  /** Both hashes of a subtree that the older tree ends in: as it was with `left` leaves, and as it is with n. */
  const walk = (left: number, n: number, whole: boolean): readonly [Uint8Array, Uint8Array] => {
    if (left === n) {
      const hash = whole ? hashBytes(olderRoot) : (given.shift() as Uint8Array)
      return [hash, hash]
    }
    const k = splitAt(n)
    if (left <= k) {
      const [was, is] = walk(left, k, whole)
      return [was, nodeHash(is, given.shift() as Uint8Array)]
    }
    const [was, is] = walk(left - k, n - k, false)
    const before = given.shift() as Uint8Array
    return [nodeHash(before, was), nodeHash(before, is)]
  }
  const [was, is] = walk(older, size, true)
  return equalBytes(was, hashBytes(olderRoot)) && equalBytes(is, hashBytes(root))
}
