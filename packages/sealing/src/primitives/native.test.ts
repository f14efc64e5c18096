// One rule on every platform: node:crypto, WebCrypto and the library say the same of every signature, the crooked ones included.
import { mkdtemp, open, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ed25519 } from "@noble/curves/ed25519.js"
import { sha512 } from "@noble/hashes/sha2.js"
import { type PublicKey, concat, toBase64, toHex, utf8 } from "@safe-conduct/wire"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { native as chosen } from "#native"
import { native as byBrowser } from "./native.ts"
import { hashBeside as hashInto } from "./hash-beside.node.ts"
import { native as byNode } from "./native.node.ts"
import { signingFromSeed, verifySignature } from "./sign.ts"

const byLibrary = { ed25519: async () => null }
const platforms = { "node:crypto": byNode, WebCrypto: byBrowser, "the library": byLibrary }
const L = ed25519.Point.Fn.ORDER

const verdicts = async (key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean[]> =>
  Promise.all(Object.values(platforms).map((p) => verifySignature(toHex(key) as PublicKey, message, toBase64(signature), p)))
const number = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes.slice().reverse())}`)
const bytesOf = (n: bigint): Uint8Array => {
  const bytes = new Uint8Array(32)
  for (let i = 0; i < 32; i++) bytes[i] = Number((n >> BigInt(8 * i)) & 255n)
  return bytes
}
const { Point } = ed25519
/** A point of order eight, from the library's own table. */
const torsion = Point.fromHex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")

/** A signature by secret scalar `a` under key `A`, with `R` shifted by a point of small order. */
function crooked(a: bigint, A: InstanceType<typeof Point>, message: Uint8Array, shift: InstanceType<typeof Point>) {
  const r = 0x1234567890abcdefn
  const R = Point.BASE.multiply(r).add(shift).toBytes()
  const h = number(sha512(concat(R, A.toBytes(), message))) % L
  return concat(R, bytesOf((r + h * a) % L))
}

test("under Node the platform's own code is what runs", () => {
  expect(chosen).toBe(byNode)
})

describe("hashes agree", () => {
  test("on any bytes, at once, in pieces and by digest", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100_000 }), fc.uint8Array({ maxLength: 200 }), async (bytes, key) => {
        expect(byNode.sha256(bytes)).toEqual(byBrowser.sha256(bytes))
        expect(byNode.hmac(key, bytes)).toEqual(byBrowser.hmac(key, bytes))
        const whole = toHex(byBrowser.sha256(bytes))
        expect([await byNode.digest(bytes), await byBrowser.digest(bytes)]).toEqual([whole, whole])
        for (const { running } of [byNode, byBrowser]) {
          const state = running()
          state.update(bytes.subarray(0, 7))
          state.update(bytes.subarray(7))
          expect(state.done()).toBe(whole)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe("parts in pieces", () => {
  test("are hashed and written beside the event loop, many at once, each behind its mark and at its own place", async () => {
    const folder = await mkdtemp(join(tmpdir(), "safe-conduct-hash-"))
    const file = await open(join(folder, "parts"), "w+")
    try {
      const parts = Array.from({ length: 9 }, (_, n) => [new Uint8Array(70_000).fill(n), new Uint8Array(n), new Uint8Array(30).fill(n + 1)])
      const whole = parts.map((pieces) => concat(...pieces))
      const place = (n: number) => ({ fd: file.fd, position: n * 80_000, mark: new Uint8Array(40).fill(7), hashAt: 8 })
      const hashes = await Promise.all(parts.map((pieces, n) => hashInto(pieces, place(n))))
      expect(hashes).toEqual(whole.map((bytes) => toHex(byBrowser.sha256(bytes))))
      for (const [n, bytes] of whole.entries()) {
        const { buffer } = await file.read(Buffer.alloc(40 + bytes.length), 0, 40 + bytes.length, n * 80_000)
        expect(buffer.subarray(8, 40).toString("hex")).toBe(hashes[n])
        expect(buffer.subarray(40).equals(bytes)).toBe(true)
      }
      expect(parts.flat().every(({ byteLength }) => byteLength === 0)).toBe(true)
    } finally {
      await file.close()
      await rm(folder, { recursive: true })
    }
  })

  test("say what the disk said, and the next part is taken", async () => {
    const full = await open("/dev/full", "w")
    const nowhere = await open("/dev/null", "w")
    const at = ({ fd }: { readonly fd: number }) => ({ fd, position: 0, mark: new Uint8Array(40), hashAt: 8 })
    await expect(hashInto([new Uint8Array(9)], at(full))).rejects.toMatchObject({ code: "ENOSPC" })
    expect(await hashInto([new Uint8Array(9)], at(nowhere))).toBe(toHex(byBrowser.sha256(new Uint8Array(9))))
    await Promise.all([full.close(), nowhere.close()])
  })
})

describe("signatures", () => {
  test("an honest one holds everywhere; one bit changed anywhere, nowhere", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.nat(511),
        async (seed, message, bit) => {
          const signing = signingFromSeed(seed)
          const key = Buffer.from(signing.key, "hex")
          const signature = Buffer.from(await signing.sign(message), "base64")
          expect(await verdicts(key, message, signature)).toEqual([true, true, true])
          const other = signature.slice()
          other[bit >> 3] = (other[bit >> 3] as number) ^ (1 << (bit & 7))
          expect(await verdicts(key, message, other)).toEqual([false, false, false])
          const said = message.slice()
          said[0] = (said[0] as number) ^ 1
          expect(await verdicts(key, said, signature)).toEqual([false, false, false])
        },
      ),
      { numRuns: 60 },
    )
  })
  test("both platforms' signers make the same bytes", async () => {
    const seed = byNode.sha256(utf8("a seed"))
    const [node, browser] = [(await byNode.ed25519())?.signer(seed), (await byBrowser.ed25519())?.signer(seed)]
    expect(await node?.(utf8("m"))).toEqual(await browser?.(utf8("m")))
  })
  test("what holds only when the cofactor is multiplied out does not hold", async () => {
    const a = 0xfedcba0987654321n
    const A = Point.BASE.multiply(a)
    const message = utf8("mixed order")
    expect(await verdicts(A.toBytes(), message, crooked(a, A, message, Point.ZERO))).toEqual([true, true, true])
    const shifted = crooked(a, A, message, torsion)
    expect(ed25519.verify(shifted, message, A.toBytes(), { zip215: true })).toBe(true)
    expect(await verdicts(A.toBytes(), message, shifted)).toEqual([false, false, false])
  })
  test("a key of mixed order is judged alike, whichever way it falls", async () => {
    const a = 0x1f2e3d4c5b6a7980n
    const A = Point.BASE.multiply(a).add(torsion)
    let held = 0
    for (let n = 0; n < 32; n++) {
      const message = utf8(`message ${n}`)
      const answers = await verdicts(A.toBytes(), message, crooked(a, A, message, Point.ZERO))
      expect(new Set(answers).size).toBe(1)
      if (answers[0]) held++
    }
    // One in eight hashes to a multiple of eight; then the cofactor-less equation holds too.
    expect(held).toBeLessThan(20)
  })
  test("S of L or more, points of small order and y of P or more are refused before any platform is asked", async () => {
    const message = utf8("m")
    const signing = signingFromSeed(byNode.sha256(utf8("another seed")))
    const key = Buffer.from(signing.key, "hex")
    const signature = new Uint8Array(Buffer.from(await signing.sign(message), "base64"))
    const high = concat(signature.subarray(0, 32), bytesOf(number(signature.subarray(32)) + L))
    expect(await verdicts(key, message, high)).toEqual([false, false, false])
    for (const y of [0n, 1n, 2n ** 255n - 20n, 2n ** 255n - 19n, 2n ** 255n - 18n, number(torsion.toBytes()) & (2n ** 255n - 1n)]) {
      for (const sign of [0n, 2n ** 255n]) {
        const point = bytesOf(y | sign)
        expect(await verdicts(point, message, concat(point, new Uint8Array(32)))).toEqual([false, false, false])
        expect(await verdicts(key, message, concat(point, signature.subarray(32)))).toEqual([false, false, false])
      }
    }
  })
})
