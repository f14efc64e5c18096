// A tree that grows at its right edge: keeps one hash for each whole subtree on that edge, so a root costs a few hashes at any size.
import { type Bytes, type Hash, hashFromBytes, wholes } from "@safe-conduct/wire"
import { joined, nodeHash } from "./tree.ts"

export interface Growing {
  readonly size: () => number
  add(leaf: Uint8Array): void
  root(): Hash
}

/** `edge`: hashes of `wholes(0, size)`. `onWhole` hears of every subtree that becomes whole, leaves included. */
export function growing(
  size = 0,
  edge: readonly Uint8Array[] = [],
  onWhole: (level: number, index: number, hash: Uint8Array) => void = () => undefined,
): Growing {
  const stack = [...edge]
  let leaves = size
  if (stack.length !== wholes(0, size).length) throw new RangeError(`${stack.length} hashes are not the edge of ${size} leaves`)
  return {
    size: () => leaves,
    add(leaf) {
      let hash = leaf as Bytes
      onWhole(0, leaves, hash)
      // As many joins as the old size ends in ones.
      for (let level = 1, rest = leaves; rest % 2 === 1; level++, rest = (rest - 1) / 2) {
        hash = nodeHash(stack.pop() as Uint8Array, hash)
        onWhole(level, (rest - 1) / 2, hash)
      }
      stack.push(hash)
      leaves++
    },
    root: () => hashFromBytes(joined(stack)),
  }
}
