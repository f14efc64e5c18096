// The crooked signatures of test-vectors/ed25519 get one answer from node:crypto, from WebCrypto and from the library, each after our own
// checks. e2e/ed25519-edges.test.ts asks Chromium and Firefox the same.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { PublicKey } from "@safe-conduct/wire"
import { fromHex } from "@safe-conduct/wire"
import { expect, test } from "vitest"
import { native as byBrowser } from "./native.ts"
import { native as byNode } from "./native.node.ts"
import type { Native } from "./native.ts"
import { verifySignature } from "./sign.ts"
import { type Edge, ed25519Edges } from "./testing/ed25519-edges.ts"

const file = join(import.meta.dirname, "..", "..", "..", "..", "test-vectors", "ed25519", "edges.json")
const { edges } = JSON.parse(readFileSync(file, "utf8")) as { edges: readonly Edge[] }

test("the vectors are what their maker makes", () => {
  expect(edges).toEqual(ed25519Edges())
  expect(edges.filter((edge) => edge.valid).length).toBeGreaterThan(3)
})

test.each<[string, Pick<Native, "ed25519">]>([
  ["node:crypto", byNode],
  ["WebCrypto", byBrowser],
  ["the library", { ed25519: async () => null }],
])("%s gives every answer that is asked for", async (_name, platform) => {
  const wrong = []
  for (const { about, key, message, signature, valid } of edges)
    if ((await verifySignature(key as PublicKey, fromHex(message), signature, platform)) !== valid) wrong.push(about)
  expect(wrong).toEqual([])
})
