// Only the release key begins an edition, and only the very number that it signed.
import { type PublicKey, editionBytes, toHex, utf8 } from "@safe-conduct/wire"
import { describe, expect, test } from "vitest"
import { sha256 } from "../primitives/hash.ts"
import { signingFromSeed } from "../primitives/sign.ts"
import { editionSigned, signEdition } from "./edition.ts"
import { releaseKeys, releasePrintOf } from "./release-key.ts"

const key = signingFromSeed(sha256(utf8("a release key of the tests")))
const other = signingFromSeed(sha256(utf8("another key")))

test("the bytes are the label and the number, and nothing else", () => {
  expect(toHex(editionBytes(2))).toBe(`${Buffer.from("safe-conduct/edition/1").toString("hex")}000000000400000002`)
})

describe("a signature over an edition's number", () => {
  test("holds under its key, an earlier release's key included", async () => {
    const signature = await signEdition(key, 2)
    expect(await editionSigned([key.key], 2, signature)).toBe(true)
    expect(await editionSigned([key.key, other.key], 2, signature)).toBe(true)
  })
  test("does not hold for another number, under another key, or altered", async () => {
    const signature = await signEdition(key, 2)
    expect(await editionSigned([key.key], 3, signature)).toBe(false)
    expect(await editionSigned([other.key], 2, signature)).toBe(false)
    expect(await editionSigned([], 2, signature)).toBe(false)
    expect(await editionSigned([key.key], 2, `${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`)).toBe(false)
    expect(await editionSigned([key.key], 2, await key.sign(utf8("2")))).toBe(false)
  })
  test("is never found in what is no number and no signature", async () => {
    for (const edition of [undefined, null, "2", -1, 1.5, 2 ** 32, {}]) expect(await editionSigned([key.key], edition, "")).toBe(false)
    for (const signature of [undefined, null, 2, {}, "", "held", "é"]) expect(await editionSigned([key.key], 2, signature)).toBe(false)
  })
})

test("a test's key is in no build, and no key stands twice", () => {
  expect(releaseKeys).not.toContain(key.key)
  expect(new Set(releaseKeys).size).toBe(releaseKeys.length)
})

test("a fingerprint is eight groups of four, and another key has another", () => {
  expect(releasePrintOf(key.key)).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){7}$/)
  expect(releasePrintOf(key.key)).not.toBe(releasePrintOf(other.key as PublicKey))
})
