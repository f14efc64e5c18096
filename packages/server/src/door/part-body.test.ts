// Parts over a real socket: with a length, without one, many at once, and too long either way.
import { once } from "node:events"
import { type IncomingMessage, request } from "node:http"
import { MAX_PART_BYTES } from "@safe-conduct/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type InventedDesk, file, inventedDesk } from "../testing/invented-desk.ts"

let d: InventedDesk
let url = ""
let token = ""
beforeAll(async () => {
  d = await inventedDesk({ limits: { partsAtOnce: 2, atOnce: 5 } })
  url = `http://127.0.0.1:${(await d.server.listen()).port}`
  token = await d.signIn(d.ada)
})
afterAll(() => d.close())

const chunked = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 50_000) controller.enqueue(bytes.subarray(at, at + 50_000))
      controller.close()
    },
  })
const put = (path: string, body: Uint8Array, streamed = false) =>
  fetch(url + path, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/octet-stream" },
    ...(streamed ? { body: chunked(body), duplex: "half" } : { body: body as Uint8Array<ArrayBuffer> }),
  } as RequestInit)

test("parts arrive whole, with and without their length told, more at once than there are buffers", async () => {
  const f = await file(8, 150_000)
  await d.call("POST", "/api/objects", { id: f.id, parts: 8 }, token)
  const sent = await Promise.all(f.parts.map((part, n) => put(`/api/objects/${f.id}/parts/${n}`, part, n % 2 === 1)))
  expect(sent.map((r) => r.status)).toEqual(f.parts.map(() => 204))
  expect((await d.call("POST", `/api/objects/${f.id}/complete`, { hashes: f.hashes }, token)).status).toBe(204)
  for (const [n, part] of f.parts.entries()) {
    const read = await fetch(`${url}/api/objects/${f.id}/parts/${n}`, { headers: { authorization: `Bearer ${token}` } })
    expect(Buffer.from(await read.arrayBuffer()).equals(Buffer.from(part))).toBe(true)
  }
})

test("a part that dribbles in arrives whole: a line at a time, then all at once, and so on", async () => {
  const f = await file(1, 900_000)
  const part = f.parts[0] as Uint8Array
  await d.call("POST", "/api/objects", { id: f.id, parts: 1 }, token)
  const { hostname, port } = new URL(url)
  const sending = request({
    hostname,
    port,
    method: "PUT",
    path: `/api/objects/${f.id}/parts/0`,
    headers: { authorization: `Bearer ${token}`, "content-length": part.length },
  })
  const answered = once(sending, "response") as Promise<[IncomingMessage]>
  for (let at = 0, n = 0; at < part.length; n++) {
    const length = n % 40 === 39 ? 150_000 : 1 + ((n * 977) % 3000)
    await new Promise((sent) => sending.write(part.subarray(at, at + length), sent))
    // The server has read what was sent before more comes.
    await new Promise(setImmediate)
    at += length
  }
  sending.end()
  expect((await answered)[0].statusCode).toBe(204)
  expect((await d.call("POST", `/api/objects/${f.id}/complete`, { hashes: f.hashes }, token)).status).toBe(204)
})

test("what is longer than a part is refused, and the next one is taken", async () => {
  const f = await file(1)
  await d.call("POST", "/api/objects", { id: f.id, parts: 1 }, token)
  const path = `/api/objects/${f.id}/parts/0`
  for (const streamed of [false, true]) {
    // The server may close the line before the sender is done: either way nothing is stored.
    const answer = await put(path, new Uint8Array(MAX_PART_BYTES * 3), streamed).catch(() => null)
    expect(answer?.status ?? 413).toBe(413)
  }
  expect((await d.call("GET", `/api/objects/${f.id}`, undefined, token)).json.have).toEqual([])
  expect((await put(path, f.parts[0] as Uint8Array)).status).toBe(204)
  expect(d.lines).toEqual([])
})
