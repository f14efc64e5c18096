// The shape of the desk's log: an RFC 6962 tree over every entry of every stream, in the order in which the server sequenced them.
// Only arithmetic stands here: which whole subtrees make up a root or a proof. Their hashes are sealing's.
import { type Bytes, pae, utf8 } from "../bytes.ts"
import type { Hour } from "../hour.ts"
import { type Hash, hashBytes } from "../id.ts"
import { labels } from "../labels.ts"

/** A whole subtree: the 2^level leaves from index · 2^level on. */
export interface Node {
  readonly level: number
  readonly index: number
}

/** What a leaf says: this entry was stored in this hour. Its stream and place are inside the entry's hash already. */
export const leafBytes = (entry: Hash, hour: Hour): Bytes => pae(labels.logLeaf, hashBytes(entry), utf8(hour))

/** The largest power of two below n (n ≥ 2): where RFC 6962 splits n leaves. Sizes go beyond 32 bits, so no shifts. */
export function splitAt(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** The whole subtrees that make up leaves [from, from + n), left to right; `from` is a multiple of the largest of them. */
export function wholes(from: number, n: number): Node[] {
  const nodes: Node[] = []
  for (let at = from, left = n; left > 0; ) {
    let size = 1
    let level = 0
    while (size * 2 <= left) {
      size *= 2
      level++
    }
    nodes.push({ level, index: at / size })
    at += size
    left -= size
  }
  return nodes
}

/** A range whose hash a proof carries: `n` leaves from `from` on. */
export interface Range {
  readonly from: number
  readonly n: number
}

/** Siblings on the way from a leaf to the root, nearest first (RFC 6962, 2.1.1). */
export function inclusionRanges(place: number, size: number): Range[] {
  const path: Range[] = []
  let [from, n] = [0, size]
  while (n > 1) {
    const k = splitAt(n)
    if (place < from + k) {
      path.push({ from: from + k, n: n - k })
      n = k
    } else {
      path.push({ from, n: k })
      from += k
      n -= k
    }
  }
  return path.reverse()
}

/** What shows that the first `older` of `size` leaves are as they were (RFC 6962, 2.1.2); 0 < older ≤ size. */
export function consistencyRanges(older: number, size: number): Range[] {
  const path: Range[] = []
  let [from, n, left] = [0, size, older]
  let whole = true
  while (left !== n) {
    const k = splitAt(n)
    if (left <= k) {
      path.push({ from: from + k, n: n - k })
      n = k
    } else {
      path.push({ from, n: k })
      from += k
      n -= k
      left -= k
      whole = false
    }
  }
  if (!whole) path.push({ from, n })
  return path.reverse()
}
