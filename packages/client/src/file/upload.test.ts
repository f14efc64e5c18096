// An upload against a server that loses things: what was sealed once is told apart by its hash, and only what is missing goes again.
import { digest } from "@safe-conduct/sealing/verify"
import { type Hash, PART } from "@safe-conduct/wire"
import { expect, test } from "vitest"
import type { Api } from "../api.ts"
import { sourceOfBytes } from "./source.ts"
import { type UploadState, uploadFile } from "./upload.ts"

/** Keeps parts in memory; `tears` names parts that are found torn when the file is completed, once each. */
function fakeServer(tears: number[]) {
  const parts = new Map<number, Hash>()
  const puts: number[] = []
  const have = () => [...parts].map(([part, hash]) => ({ part, hash }))
  const api = {
    newObject: async ({ id, parts: count }: { id: string; parts: number }) => ({
      ok: true,
      value: { id, parts: count, have: have(), complete: false },
    }),
    object: async (id: string) => ({ ok: true, value: { id, parts: 3, have: have(), complete: false } }),
    async putPart(_id: string, n: number, sealed: Uint8Array) {
      puts.push(n)
      parts.set(n, await digest(sealed))
      return { ok: true, value: null }
    },
    async completeObject(_id: string, { hashes }: { hashes: Hash[] }) {
      const torn = tears.shift()
      if (torn !== undefined) parts.delete(torn)
      const missing = hashes.findIndex((hash, n) => parts.get(n) !== hash)
      if (missing === -1) return { ok: true, value: null }
      return { ok: false, status: 409, refusal: { error: "part-missing", message: "", at: `/hashes/${missing}` } }
    },
    wait: async () => undefined,
  }
  return { api: api as unknown as Api, puts }
}

const bytes = new Uint8Array(2 * PART + 700).map((_, at) => at % 251)

test("parts that the server's machine tore go again, and no other", async () => {
  const { api, puts } = fakeServer([1, 2])
  const states: UploadState[] = []
  const done = await uploadFile({ api, source: sourceOfBytes(bytes, "film.mp4"), keep: async (state) => void states.push(state) })
  expect(done).toMatchObject({ ok: true, value: { bytes: bytes.length, parts: 3, sha256: await digest(bytes) } })
  expect(puts).toEqual([0, 1, 2, 1, 2])
  expect(new Set(states.map(({ id }) => id)).size).toBe(1)
})

test("a server that loses the same part for ever is given up, and what was sent is kept", async () => {
  const { api, puts } = fakeServer(Array.from({ length: 50 }, () => 0))
  const states: UploadState[] = []
  const done = await uploadFile({ api, source: sourceOfBytes(bytes, "film.mp4"), keep: async (state) => void states.push(state) })
  expect(done).toMatchObject({ ok: false, refusal: { error: "part-missing" } })
  expect(puts.length).toBeLessThan(20)
  expect(states.at(-1)?.parts.every((part) => part !== null)).toBe(true)
})
