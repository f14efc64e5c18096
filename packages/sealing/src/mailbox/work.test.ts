// The quick search for work must try exactly the bytes that are checked, or a phone would seek for ever what the server refuses.
import { workBytes } from "@safe-conduct/wire"
import fc from "fast-check"
import { expect, test } from "vitest"
import { sha256 } from "../primitives/hash.ts"
import { seekHash } from "../primitives/seek-hash.ts"
import { randomId } from "../random-id.ts"
import { checkWork, findWork } from "./work.ts"

const nonces = fc.maxSafeNat()
const firstWord = (bytes: Uint8Array): number => new DataView(sha256(bytes).buffer).getInt32(0)

test("one search says of any nonces in a row what the plain hash says", () => {
  fc.assert(
    fc.property(fc.array(nonces, { minLength: 1, maxLength: 20 }), (row) => {
      const ask = randomId()
      const word = seekHash(workBytes(ask, row[0] as number))
      for (const nonce of row) expect(word(Math.floor(nonce / 2 ** 32), nonce >>> 0)).toBe(firstWord(workBytes(ask, nonce)))
    }),
  )
})

test("so it does of any whole words that fit one block, and takes nothing else", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 13 }), fc.infiniteStream(fc.nat(255)), nonces, (words, stream, nonce) => {
      const bytes = Uint8Array.from(stream.take(4 * words))
      const word = seekHash(bytes)
      const view = new DataView(bytes.buffer)
      view.setUint32(bytes.length - 8, Math.floor(nonce / 2 ** 32))
      view.setUint32(bytes.length - 4, nonce >>> 0)
      expect(word(Math.floor(nonce / 2 ** 32), nonce >>> 0)).toBe(firstWord(bytes))
    }),
  )
  for (const length of [0, 4, 50, 56, 64]) expect(() => seekHash(new Uint8Array(length))).toThrow(RangeError)
})

test("what is found is the first that holds from where one began, across the border of 32 bits too", async () => {
  const ask = randomId()
  for (const from of [0, 2 ** 32 - 30_000]) {
    let rests = 0
    const nonce = await findWork(ask, from, async () => void rests++)
    expect(checkWork(ask, nonce)).toBe(true)
    expect(rests).toBe(Math.floor((nonce - from) / 4096))
    for (let before = Math.max(from, nonce - 2_000); before < nonce; before++) expect(checkWork(ask, before)).toBe(false)
  }
})
