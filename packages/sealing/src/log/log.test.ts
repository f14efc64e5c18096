// The log's tree: its roots are those of RFC 6962 by the definition itself, and a proof shows exactly what it says and nothing else.
import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type Hash,
  type Hour,
  type Id,
  type Node,
  checkpointBytes,
  fromHex,
  hashBytes,
  hashFromBytes,
  leafBytes,
  readSeenBody,
  seenBody,
  toHex,
} from "@safe-conduct/wire"
import { sha256 } from "../primitives/hash.ts"
import { newSigningSeed } from "../seed/member-keys.ts"
import { signingFromSeed } from "../primitives/sign.ts"
import { signCheckpoint, verifyCheckpoint } from "./checkpoint.ts"
import { growing } from "./growing.ts"
import { seenIdOf } from "./seen.ts"
import { type ReadNodes, consistencyPath, inclusionPath, leafHash, nodeHash, provesConsistency, provesInclusion, rootAt } from "./tree.ts"

const leaf = (n: number): Uint8Array => sha256(Uint8Array.of(0, n >> 8, n & 255))
/** MTH as the RFC writes it down, with nothing kept. */
function plain(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0))
  if (leaves.length === 1) return leaves[0] as Uint8Array
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return nodeHash(plain(leaves.slice(0, k)), plain(leaves.slice(k)))
}
const of = (size: number): Uint8Array[] => Array.from({ length: size }, (_, n) => leaf(n))
const reader =
  (leaves: readonly Uint8Array[]): ReadNodes =>
  async (nodes: readonly Node[]) =>
    nodes.map(({ level, index }) => plain(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)))
const rootOf = (size: number): Hash => hashFromBytes(plain(of(size)))
const other = "5".repeat(64) as Hash

describe("the tree", () => {
  test("has the root of the definition at every size, grown leaf by leaf or taken up anywhere", async () => {
    const tree = growing()
    const whole = new Map<string, string>()
    const watched = growing(0, [], (level, index, hash) => void whole.set(`${level} ${index}`, toHex(hash)))
    for (let size = 0; size <= 70; size++) {
      expect(tree.root()).toBe(rootOf(size))
      if (size > 0) expect(await rootAt(size, reader(of(size)))).toBe(rootOf(size))
      tree.add(leaf(size))
      watched.add(leaf(size))
    }
    for (const [name, hash] of whole) {
      const [level, index] = name.split(" ").map(Number) as [number, number]
      expect(hash).toBe(toHex(plain(of(71).slice(index * 2 ** level, (index + 1) * 2 ** level))))
    }
    expect(whole.size).toBe(71 + 35 + 17 + 8 + 4 + 2 + 1)
  })
  test("a leaf is never taken for a node, and an hour belongs to it", () => {
    const [hash, hour] = ["1".repeat(64) as Hash, "2026-11-22T17Z" as Hour]
    expect(leafHash(hash, hour)).not.toEqual(sha256(leafBytes(hash, hour)))
    expect(leafHash(hash, hour)).not.toEqual(leafHash(hash, "2026-11-22T18Z" as Hour))
  })
})

describe("proofs", () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.nat(), fc.nat())
  test("of inclusion hold for the leaf, its place, this size and this root alone", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async ([size, a, b]) => {
        const [place, away] = [a % size, b % size]
        const path = await inclusionPath(place, size, reader(of(size)))
        expect(provesInclusion(leaf(place), place, size, path, rootOf(size))).toBe(true)
        if (away !== place) expect(provesInclusion(leaf(away), place, size, path, rootOf(size))).toBe(false)
        if (away !== place) expect(provesInclusion(leaf(place), away, size, path, rootOf(size))).toBe(false)
        expect(provesInclusion(leaf(place), place, size, path, other)).toBe(false)
        expect(provesInclusion(leaf(place), place, size, [...path, other], rootOf(size))).toBe(false)
        expect(provesInclusion(leaf(place), size, size, path, rootOf(size))).toBe(false)
        if (path.length > 0) {
          const bent = path.with(a % path.length, other)
          expect(provesInclusion(leaf(place), place, size, bent, rootOf(size))).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })
  test("of consistency hold for the two trees alone: nothing taken away, exchanged or put in between", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async ([size, a, b]) => {
        const older = 1 + (a % size)
        const path = await consistencyPath(older, size, reader(of(size)))
        expect(provesConsistency(older, rootOf(older), size, rootOf(size), path)).toBe(true)
        expect(provesConsistency(older, other, size, rootOf(size), path)).toBe(false)
        expect(provesConsistency(older, rootOf(older), size, other, path)).toBe(false)
        expect(provesConsistency(older, rootOf(older), size, rootOf(size), [...path, other])).toBe(false)
        for (let at = 0; at < path.length; at++)
          expect(provesConsistency(older, rootOf(older), size, rootOf(size), path.with(at, other))).toBe(false)
        // A tree in which one of the older leaves was exchanged has no path that the older root agrees with.
        const changed = of(size).with(b % older, leaf(60_000))
        const forged = await consistencyPath(older, size, reader(changed))
        expect(provesConsistency(older, rootOf(older), size, hashFromBytes(plain(changed)), forged)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
  test("nothing is proved of impossible sizes", () => {
    for (const [older, size] of [
      [0, 5],
      [6, 5],
      [-1, 5],
      [1.5, 5],
      [1, Number.NaN],
    ] as const)
      expect(provesConsistency(older, other, size, other, [])).toBe(false)
    expect(provesInclusion(leaf(0), -1, 1, [], rootOf(1))).toBe(false)
    expect(provesInclusion(leaf(0), 0, 0, [], rootOf(0))).toBe(false)
  })
})

describe("what is signed and stored", () => {
  test("a checkpoint holds for its desk, size, root and hour alone", async () => {
    const signing = signingFromSeed(newSigningSeed())
    const said = { desk: "a".repeat(26) as Id, size: 7, root: rootOf(7), hour: "2026-11-22T17Z" as Hour }
    const signed = await signCheckpoint(signing, said)
    expect(await verifyCheckpoint(signing.key, signed)).toBe(true)
    for (const bent of [{ size: 8 }, { root: other }, { hour: "2026-11-22T18Z" as Hour }, { desk: `b${"a".repeat(25)}` as Id }])
      expect(await verifyCheckpoint(signing.key, { ...signed, ...bent })).toBe(false)
  })
  test("a body about the log has one form", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), fc.uint8Array({ minLength: 32, maxLength: 32 }), (size, root) => {
        const seen = { size, root: hashFromBytes(root) }
        const body = seenBody(seen)
        expect(readSeenBody(body)).toEqual(seen)
        expect(readSeenBody(body.subarray(1))).toBeNull()
        expect(readSeenBody(Uint8Array.of(...body, 0))).toBeNull()
        expect(readSeenBody(body.map((byte, i) => (i === 3 ? byte ^ 1 : byte)))).toBeNull()
      }),
    )
    expect(readSeenBody(seenBody({ size: 0, root: other }))).toBeNull()
  })
  test("agrees with the vectors", async () => {
    const v = JSON.parse(readFileSync("test-vectors/log/log.json", "utf8")) as {
      entries: { hash: Hash; hour: Hour; leaf: string }[]
      roots: Hash[]
      inclusion: { place: number; size: number; path: Hash[] }[]
      consistency: { older: number; size: number; path: Hash[] }[]
      checkpoint: { desk: Id; size: number; root: Hash; hour: Hour; bytes: string }
      seen: { size: number; root: Hash; body: string }
      seenId: { desk: Id; member: Id; id: Id }
    }
    const leaves = v.entries.map(({ hash, hour }) => leafHash(hash, hour))
    expect(leaves.map(toHex)).toEqual(v.entries.map((entry) => entry.leaf))
    const tree = growing()
    for (const [size, root] of v.roots.entries()) {
      expect(tree.root()).toBe(root)
      if (leaves[size]) tree.add(leaves[size])
    }
    expect(v.roots).toHaveLength(leaves.length + 1)
    for (const { place, size, path } of v.inclusion)
      expect(provesInclusion(hashBytes(v.entries[place]?.leaf as Hash), place, size, path, v.roots[size] as Hash)).toBe(true)
    for (const { older, size, path } of v.consistency)
      expect(provesConsistency(older, v.roots[older] as Hash, size, v.roots[size] as Hash, path)).toBe(true)
    expect(toHex(checkpointBytes(v.checkpoint))).toBe(v.checkpoint.bytes)
    expect(toHex(seenBody(v.seen))).toBe(v.seen.body)
    expect(readSeenBody(fromHex(v.seen.body))).toEqual({ size: v.seen.size, root: v.seen.root })
    expect(seenIdOf(v.seenId.desk, v.seenId.member)).toBe(v.seenId.id)
  })
})
