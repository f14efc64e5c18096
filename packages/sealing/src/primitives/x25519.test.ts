// One X25519 everywhere: node:crypto, WebCrypto and the library give the same bytes, and none shares anything with a point of small order.
import { x25519 } from "@noble/curves/ed25519.js"
import { toHex } from "@safe-conduct/wire"
import fc from "fast-check"
import { expect, test } from "vitest"
import { type Native, native as byBrowser } from "./native.ts"
import { native as byNode } from "./native.node.ts"
import { smallOrderPoints } from "./testing/x25519-edges.ts"
import { basePoint, exchangeOf } from "./x25519.ts"

const platforms = { "node:crypto": byNode, WebCrypto: byBrowser, "the library": { x25519: async () => null } }
const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 })

test("Node's WebCrypto and node:crypto both know it: neither is passed over for the library here", async () => {
  expect(await byBrowser.x25519()).not.toBeNull()
  expect(await byNode.x25519()).not.toBeNull()
})

/** RFC 7748, 5.2: the last product is the next secret, the last secret the next point. */
async function iterated(rounds: number, platform: Pick<Native, "x25519">): Promise<string> {
  let [secret, point] = [basePoint, basePoint]
  for (let n = 0; n < rounds; n++) {
    const product = await (await exchangeOf(secret, platform)).shared(point)
    if (product === null) throw new Error("nothing was shared")
    ;[secret, point] = [product, secret]
  }
  return toHex(secret)
}

test("what RFC 7748 prints is what is multiplied", async () => {
  for (const platform of Object.values(platforms))
    expect(await iterated(1, platform)).toBe("422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079")
  expect(await iterated(1_000, byNode)).toBe("684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51")
})

test("any secret and any point give the same on every platform", async () => {
  await fc.assert(
    fc.asyncProperty(bytes32, bytes32, async (secret, point) => {
      const expected = [toHex(x25519.getPublicKey(secret)), toHex(x25519.getSharedSecret(secret, point))]
      for (const platform of Object.values(platforms)) {
        const exchange = await exchangeOf(secret, platform)
        expect([toHex(exchange.point), toHex((await exchange.shared(point)) ?? new Uint8Array())]).toEqual(expected)
      }
    }),
    { numRuns: 50 },
  )
})

test.each(Object.entries(platforms))(
  "%s shares nothing with a point of small order, nor with what is no point",
  async (_name, platform) => {
    const { shared } = await exchangeOf(new Uint8Array(32).fill(3), platform)
    expect(smallOrderPoints).toHaveLength(14)
    for (const point of smallOrderPoints) expect(await shared(point)).toBeNull()
    expect(await shared(new Uint8Array(31))).toBeNull()
    // The control: a point that is none of these.
    expect(await shared(x25519.getPublicKey(new Uint8Array(32).fill(4)))).not.toBeNull()
  },
)

test("a platform that would answer zero is not believed", async () => {
  const multiply = () => async (point: Uint8Array) => (point[0] === 9 ? new Uint8Array(32).fill(1) : new Uint8Array(32))
  const { shared } = await exchangeOf(new Uint8Array(32), { x25519: async () => multiply })
  expect(await shared(new Uint8Array(32).fill(5))).toBeNull()
})
