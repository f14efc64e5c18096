// The cost of a guess at seven words is the client's own constant: no server's answer makes one cheaper.
import { concat, fromBase64, toBase64, u32be } from "@safe-conduct/wire"
import { beforeAll, expect, test } from "vitest"
import { FLOOR_MEMORY, WRITTEN, argon2id } from "../primitives/passphrase-hash.ts"
import { randomId } from "../random-id.ts"
import { newSeeds } from "./member-keys.ts"
import { locate, newPassphrase, unwrapSeeds, wrapSeeds } from "./passphrase.ts"
import type { Located } from "./wrapped.ts"

const desk = randomId()
const words = Array.from({ length: 2048 }, (_, n) => `w${n}`)
const passphrase = newPassphrase(words)
const wrapped = {
  seeds: newSeeds(),
  desk,
  rootPrint: "root",
  directory: { seq: 0, hash: "0".repeat(64) as never },
  member: randomId(),
  rpId: "",
}
let blob: Uint8Array<ArrayBuffer>
let located: Located
beforeAll(async () => {
  blob = fromBase64((await wrapSeeds(passphrase, wrapped)).blob)
  located = await locate(passphrase, desk)
})

const claiming = (memory: number, passes: number): string => toBase64(concat(u32be(memory), u32be(passes), blob.subarray(8)))

test("words are stretched with 128 MiB, and the wrap says so", async () => {
  expect(WRITTEN).toEqual({ memory: 131_072, passes: 3 })
  expect(new DataView(blob.buffer).getUint32(0)).toBe(131_072)
  expect(await unwrapSeeds(located, desk, claiming(131_072, 3))).toEqual(wrapped)
})

test("a wrap that claims a lower cost is not opened, above the floor or below it", async () => {
  for (const [memory, passes] of [
    [0, 3],
    [1024, 3],
    [FLOOR_MEMORY - 1, 3],
    [FLOOR_MEMORY, 3],
    [131_072, 1],
    [131_072, 0],
    [131_071, 3],
  ] as const)
    expect(await unwrapSeeds(located, desk, claiming(memory, passes)), `${memory} KiB, ${passes} passes`).toBeNull()
})

test("nothing of ours computes below 64 MiB or three passes, whoever asks", async () => {
  const salt = new Uint8Array(16)
  for (const cost of [
    { memory: 65_535, passes: 3 },
    { memory: 8, passes: 3 },
    { memory: 131_072, passes: 2 },
  ])
    await expect(argon2id(new Uint8Array(4), salt, cost)).rejects.toThrow(RangeError)
})

test("what is no wrap at all is no wrap, and throws nothing", async () => {
  for (const bad of ["", "????", "AAAA", toBase64(new Uint8Array(9))]) expect(await unwrapSeeds(located, desk, bad)).toBeNull()
})
