// Whose two signatures account for what is gone: those who read it, or, where fewer than two were left who did, as many as there were.
import type { Hash, Id, SignedPurge } from "@safe-conduct/wire"
import { describe, expect, test } from "vitest"
import { newChain, type Chain, type Trust } from "./chain.ts"
import { purgedFault } from "./purges.ts"

const [ada, ben, cleo] = ["a", "b", "c"].map((letter) => letter.repeat(26) as Id) as [Id, Id, Id]
const stream = "s".repeat(26) as Id
const hash = "0".repeat(64) as Hash

const trust = (left: readonly Id[]): Trust =>
  ({ directory: { members: Object.fromEntries([ada, ben, cleo].map((id) => [id, { id, until: left.includes(id) ? 3 : null }])) } }) as never
const chain = (...readers: readonly Id[]): Chain => ({
  ...newChain({ stream, kind: "shared" } as never),
  hashes: [hash],
  rosters: [{ members: readers.map((id) => ({ id })) }] as never,
})
const by = (first: Id, second: Id, unanswered: boolean): SignedPurge =>
  ({ stream, seq: 0, hash, unanswered, until: "2026-12-01", approvals: [{ by: first }, { by: second }] }) as never
const fault = (purge: SignedPurge, of: Chain, left: readonly Id[] = []) => purgedFault(trust(left), purge, of)?.fault ?? null

describe("what was destroyed unseen", () => {
  test("holds by its one reader and another, and only where both said so", () => {
    expect(fault(by(ada, cleo, true), chain(ada))).toBeNull()
    expect(fault(by(ada, cleo, false), chain(ada))).toBe("purge-unsigned")
    expect(fault(by(ben, cleo, true), chain(ada))).toBe("purge-unsigned")
  })
  test("never passes over a second reader who is there", () => {
    expect(fault(by(ada, cleo, true), chain(ada, ben))).toBe("purge-unsigned")
    expect(fault(by(ada, ben, false), chain(ada, ben))).toBeNull()
  })
  test("goes by any two where every reader left, and stays right when more leave afterwards", () => {
    expect(fault(by(ada, cleo, true), chain(ben), [ben])).toBeNull()
    expect(fault(by(ada, cleo, true), chain(ada, ben), [ben])).toBeNull()
    expect(fault(by(ada, cleo, true), chain(ada), [ada])).toBeNull()
  })
})
