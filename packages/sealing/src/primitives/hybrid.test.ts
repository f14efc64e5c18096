// Our hybrid stanza and the age library's are one: each opens what the other sealed, whichever platform multiplied. The published vectors
// (cctv.test.ts) go through the same door.
import { ml_kem768 } from "@noble/post-quantum/ml-kem.js"
import { base64nopad, bech32 } from "@scure/base"
import { concat } from "@safe-conduct/wire"
import { Decrypter, Encrypter, Stanza, generateHybridIdentity, identityToRecipient } from "age-encryption"
import fc from "fast-check"
import { expect, test } from "vitest"
import { ageOpen, ageSeal, identityFromSeed, recipientOf } from "./age.ts"
import { hybridOpener, hybridRecipient, hybridSealer } from "./hybrid.ts"
import { native as byBrowser } from "./native.ts"
import { native as byNode } from "./native.node.ts"
import { smallOrderPoints } from "./testing/x25519-edges.ts"

const platforms = [byNode, byBrowser, { ...byBrowser, x25519: async () => null }]
const seed32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
const letters = (bytes: Uint8Array): string => bech32.encode("age1pq", bech32.toWords(bytes), false)

test("an identity has one recipient, by the library and on every platform", async () => {
  await fc.assert(
    fc.asyncProperty(seed32, async (seed) => {
      const recipient = await identityToRecipient(identityFromSeed(seed))
      for (const platform of platforms) expect(await hybridRecipient(seed, platform)).toBe(recipient)
    }),
    { numRuns: 10 },
  )
})

test("what one sealed the other opens, whoever multiplied on either side", async () => {
  await fc.assert(
    fc.asyncProperty(seed32, fc.uint8Array({ maxLength: 5_000 }), async (seed, plain) => {
      const identity = identityFromSeed(seed)
      const recipient = await recipientOf(identity)
      const library = new Encrypter()
      library.addRecipient(recipient)
      const files = [await library.encrypt(plain)]
      for (const platform of platforms) {
        const ours = new Encrypter()
        ours.addRecipient(hybridSealer(recipient, platform))
        files.push(await ours.encrypt(plain))
      }
      const openers = [identity, ...platforms.map((platform) => hybridOpener(seed, platform))]
      for (const file of files)
        for (const opener of openers) {
          const decrypter = new Decrypter()
          decrypter.addIdentity(opener)
          expect(await decrypter.decrypt(file)).toEqual(plain)
        }
    }),
    { numRuns: 6 },
  )
})

test("nobody else opens it, and two seals of one text share nothing", async () => {
  const recipient = await identityToRecipient(await generateHybridIdentity())
  const [one, other] = [await ageSeal([recipient as never], new Uint8Array(9)), await ageSeal([recipient as never], new Uint8Array(9))]
  expect(await ageOpen((await generateHybridIdentity()) as never, one)).toBeNull()
  const share = (file: Uint8Array): string => new TextDecoder().decode(file).split("\n")[1] as string
  expect(share(one)).not.toBe(share(other))
})

test("a recipient with a point of small order is never sealed to", async () => {
  const lattice = ml_kem768.keygen().publicKey
  for (const point of smallOrderPoints)
    for (const platform of platforms)
      await expect(hybridSealer(letters(concat(lattice, point)), platform).wrapFileKey(new Uint8Array(16))).rejects.toThrow("small order")
})

test("a share of small order opens nothing, even one made with all that its maker then knows", async () => {
  const seed = new Uint8Array(32).fill(7)
  for (const point of smallOrderPoints)
    for (const platform of platforms) {
      const stanza = new Stanza(["mlkem768x25519", base64nopad.encode(concat(new Uint8Array(1088), point))], new Uint8Array(32))
      await expect(hybridOpener(seed, platform).unwrapFileKey([stanza])).rejects.toThrow("small order")
    }
})

test("a stanza of another length is an error, of another kind nobody's", async () => {
  const opener = hybridOpener(new Uint8Array(32).fill(7))
  const share = base64nopad.encode(concat(new Uint8Array(1088), new Uint8Array(32).fill(9)))
  for (const damaged of [
    new Stanza(["mlkem768x25519"], new Uint8Array(32)),
    new Stanza(["mlkem768x25519", share, "more"], new Uint8Array(32)),
    new Stanza(["mlkem768x25519", base64nopad.encode(new Uint8Array(1119))], new Uint8Array(32)),
    new Stanza(["mlkem768x25519", share], new Uint8Array(33)),
  ])
    await expect(opener.unwrapFileKey([damaged])).rejects.toThrow("damaged")
  expect(await opener.unwrapFileKey([new Stanza(["X25519", share], new Uint8Array(32))])).toBeNull()
  expect(await opener.unwrapFileKey([new Stanza(["mlkem768x25519", share], new Uint8Array(32))])).toBeNull()
})

test("what is no hybrid recipient is refused before anything is sealed", async () => {
  const good = await hybridRecipient(new Uint8Array(32))
  expect(() => hybridSealer(letters(new Uint8Array(1215)))).toThrow()
  expect(() => hybridSealer(`${good.slice(0, -1)}${good.endsWith("q") ? "p" : "q"}`)).toThrow()
  expect(() => hybridSealer(bech32.encode("age", bech32.toWords(new Uint8Array(1216)), false))).toThrow("not a hybrid recipient")
})
