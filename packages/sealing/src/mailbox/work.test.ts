// The quick search for work must try exactly the bytes that are checked, or a phone would seek for ever what the server refuses.
import { workBytes } from "@safe-conduct/wire"
import fc from "fast-check"
import { expect, test } from "vitest"
import { sha256 } from "../primitives/hash.ts"
import { repeatedSha256 } from "../primitives/repeated-hash.ts"
import { randomId } from "../random-id.ts"
import { checkWork, findWork } from "./work.ts"

const nonces = fc.maxSafeNat()

test("one state for all tries says of any bytes in a row what the plain hash says", () => {
  const hashed = repeatedSha256()
  const rows = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      nonces.map((nonce) => workBytes(randomId(), nonce)),
    ),
  )
  fc.assert(
    fc.property(rows, (row) => {
      for (const bytes of row) expect(new Uint8Array(hashed(bytes))).toEqual(new Uint8Array(sha256(bytes)))
    }),
  )
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
