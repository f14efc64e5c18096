// Pins, bases and commitments on their own.
import { describe, expect, test } from "vitest"
import { storyPolicies, storyPolicy } from "../case/story.ts"
import { storyHash } from "../stream/story.ts"
import { basisFault } from "./basis.ts"
import { findPolicy, pinOf, pinPolicies, pinRefusal } from "./policy-pin.ts"
import { commitmentOf } from "./reading.ts"

const [first] = storyPolicies
if (first === undefined) throw new Error("a story needs a policy")

describe("a policy is found by its pin", () => {
  test("one changed letter anywhere is another policy", () => {
    const changed = pinPolicies([{ ...storyPolicy, standard: { ...storyPolicy.standard, readers: 1 } }], storyHash)
    expect(changed[0]?.hash).not.toBe(first.hash)
    expect(findPolicy(changed, pinOf(first))).toBeNull()
    expect(pinRefusal(changed, pinOf(first))?.error).toBe("policy-unknown")
  })

  test("id, version and hash must all be its own", () => {
    expect(findPolicy(storyPolicies, pinOf(first))).toBe(storyPolicy)
    expect(findPolicy(storyPolicies, { ...pinOf(first), version: 9 })).toBeNull()
    expect(findPolicy(storyPolicies, { ...pinOf(first), id: "other/1" })).toBeNull()
  })
})

describe("a basis", () => {
  const standing = [
    { id: "a", hash: "1" },
    { id: "b", hash: "2" },
  ]
  test("fits in any order, and a gap, a stranger or a stale hash is named", () => {
    expect(basisFault([...standing].reverse(), standing)).toBeNull()
    expect(basisFault(standing.slice(0, 1), standing)).toEqual({ fault: "basis-incomplete", id: "b" })
    expect(basisFault([...standing, { id: "c", hash: "3" }], standing)).toEqual({ fault: "basis-unknown", id: "c" })
    expect(
      basisFault(
        [
          { id: "a", hash: "9" },
          { id: "b", hash: "2" },
        ],
        standing,
      ),
    ).toEqual({ fault: "basis-changed", id: "a" })
  })
})

describe("a commitment", () => {
  test("is another for another salt, claim, reader or finding", () => {
    const one = ["s", "c", "r", "established"] as const
    const others = [
      ["x", "c", "r", "established"],
      ["s", "x", "r", "established"],
      ["s", "c", "x", "established"],
      ["s", "c", "r", "unsure"],
    ] as const
    const made = (of: readonly [string, string, string, string]) => commitmentOf(storyHash, ...of)
    for (const other of others) expect(made(other)).not.toBe(made(one))
  })

  test("cannot be shifted from one field into the next", () => {
    expect(commitmentOf(storyHash, "s", "c1", "r", "unsure")).not.toBe(commitmentOf(storyHash, "s", "c", "1r", "unsure"))
  })
})
