// Whatever bytes arrive, in whatever order: a 4xx with a code, never a 500, and the server stays up with nothing changed.
import { randomId } from "@safe-conduct/sealing/seal"
import { headAfter } from "@safe-conduct/sealing/verify"
import type { Append, Entry } from "@safe-conduct/wire"
import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  type InventedDesk,
  type Mailbox,
  type Shared,
  ask,
  file,
  inventedDesk,
  line,
  newMailbox,
  openMailbox,
  shared,
} from "./testing/invented-desk.ts"

let d: InventedDesk
let m: Mailbox
let s: Shared
let ada: string
let box: string
let request: Entry
let entry: Entry
beforeAll(async () => {
  d = await inventedDesk()
  m = await openMailbox(d)
  ada = await d.signIn(d.ada)
  box = await d.signIn(m.keys)
  s = await shared(d, [d.ada])
  await d.append(s.stream, s.input, ada)
  request = await ask(d, m, "never stored")
  entry = await line(d, s, d.ada, s.head, "never stored")
})
afterAll(async () => {
  expect(d.lines).toEqual([])
  await d.close()
})

const refused = (a: { status: number; json: { error?: unknown } | null }) => {
  expect(a.status).toBeGreaterThanOrEqual(400)
  expect(a.status).toBeLessThan(500)
  expect(typeof a.json?.error).toBe("string")
}
const unchanged = async () => {
  expect((await d.call("GET", `/api/streams/${s.stream}/head`, undefined, ada)).json).toEqual(s.head)
  expect((await d.call("GET", `/api/streams/${m.keys.ask}/head`, undefined, box)).json).toEqual(m.head)
}

/** A value with one of its places replaced by something else. */
function spoilt(value: unknown, path: readonly number[], by: unknown): unknown {
  const [first, ...rest] = path
  if (first === undefined || typeof value !== "object" || value === null) return by
  const keys = Object.keys(value)
  if (keys.length === 0) return by
  const key = keys[first % keys.length] as string
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value }
  ;(copy as Record<string, unknown>)[key] = spoilt((value as Record<string, unknown>)[key], rest, by)
  return copy
}
const junk = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    "",
    "a".repeat(26),
    "0".repeat(64),
    "f".repeat(64),
    -1,
    0,
    1,
    2 ** 32,
    2 ** 53,
    1e308,
    null,
    [],
    {},
    `${"A".repeat(86)}==`,
    "AAAA",
    "\u0000",
    "é",
  ),
)
const path = fc.array(fc.nat(20), { minLength: 1, maxLength: 4 })
const numRuns = 150

describe("the server stays up", () => {
  test("when an entry is changed in any one place", async () => {
    const inputs: [string, Append, string | null][] = [
      [m.keys.ask, { entries: [request] }, null],
      [s.stream, { entries: [entry] }, ada],
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...inputs), path, junk, async ([stream, input, token], at, by) => {
        const sent = spoilt(input, at, by)
        fc.pre(JSON.stringify(sent) !== JSON.stringify(input))
        // `entries` alone is signed: a change that only adds the wake bit or drops nothing else would be fine.
        fc.pre(JSON.stringify((sent as Append | null)?.entries) !== JSON.stringify(input.entries))
        refused(await d.call("POST", `/api/streams/${stream}/entries`, sent, token))
      }),
      { numRuns },
    )
    await unchanged()
  })

  test("when a mailbox's opening or a sign-in is changed in any one place", async () => {
    const opening = { key: m.keys.key, work: m.work, entry: m.genesis }
    const fresh = await newMailbox(d)
    const together = { key: fresh.keys.key, work: fresh.work, entries: [fresh.genesis, await ask(d, fresh, "never stored")] }
    await fc.assert(
      fc.asyncProperty(fc.constantFrom<object>(opening, together), path, junk, async (whole, at, by) => {
        const sent = spoilt(whole, at, by)
        fc.pre(JSON.stringify(sent) !== JSON.stringify(whole))
        refused(await d.call("POST", "/api/mailboxes", sent))
      }),
      { numRuns: 2 * numRuns },
    )
    await fc.assert(
      fc.asyncProperty(path, junk, async (at, by) => {
        const { challenge } = (await d.call("GET", "/api/challenge")).json
        const sent = spoilt(
          { subject: { kind: "member", member: d.ada.id }, challenge, origin: "http://localhost", signature: m.genesis.signature },
          at,
          by,
        )
        refused(await d.call("POST", "/api/session", sent))
      }),
      { numRuns: 60 },
    )
    await unchanged()
  })

  test("when bodies are no JSON at all, or any JSON", async () => {
    const places = [
      ["POST", `/api/streams/${s.stream}/entries`],
      ["POST", `/api/streams/${m.keys.ask}/entries`],
      ["POST", "/api/mailboxes"],
      ["POST", "/api/session"],
      ["POST", "/api/objects"],
      ["POST", `/api/objects/${randomId()}/complete`],
      ["PUT", `/api/wraps/${randomId()}`],
    ] as const
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.oneof(fc.string(), fc.json(), fc.string({ unit: "binary" })),
        async ([method, at], body) => {
          refused(await d.call(method, at, body, ada))
        },
      ),
      { numRuns },
    )
    await unchanged()
  })

  test("when parts are any bytes", async () => {
    const f = await file(2)
    await d.call("POST", "/api/objects", { id: f.id, parts: 2 }, box)
    const good = f.parts[0] as Uint8Array
    await fc.assert(
      fc.asyncProperty(fc.nat(1700), fc.uint8Array({ minLength: 1, maxLength: 40 }), async (at, by) => {
        const bytes = new Uint8Array(good)
        bytes.set(by.subarray(0, bytes.length - at), at)
        const a = await d.call("PUT", `/api/objects/${f.id}/parts/0`, bytes, box)
        // A change in the header is seen; one in sealed bytes is not ours to see.
        if (a.status !== 204) refused(a)
      }),
      { numRuns: 80 },
    )
    refused(await d.call("PUT", `/api/objects/${f.id}/parts/0`, new Uint8Array(0), box))
  })

  test("when addresses are anything", async () => {
    const word = fc.oneof(fc.webSegment(), fc.string(), fc.constantFrom("..", "%", "%00", "%ff", "-1", "1e9", "9".repeat(400)))
    const shape = fc.constantFrom(
      "streams/X/entries",
      "streams/X/head",
      "streams/X/envelopes",
      "objects/X",
      "objects/X/parts/X",
      "wraps/X",
      "heads?since=X",
      "cards?since=X",
      "directory?from=X&limit=X",
      "stored?stream=X",
      "X",
    )
    await fc.assert(
      fc.asyncProperty(shape, word, fc.constantFrom("GET", "PUT", "POST", "DELETE"), async (where, by, method) => {
        let url: string
        try {
          url = new URL(`http://h/api/${where.replaceAll("X", by)}`).href
        } catch {
          return
        }
        const a = await d.server.request(url, { method, headers: { authorization: `Bearer ${ada}` } })
        expect(a.status).toBeLessThan(500)
      }),
      { numRuns: 300 },
    )
    await unchanged()
  })

  test("when a body is larger than the door, with or without its length told", async () => {
    const big = JSON.stringify({ entries: [], more: "x".repeat(17 << 20) })
    const at = `/api/streams/${s.stream}/entries`
    refused(await d.call("POST", at, big, ada))
    const told = await d.server.request(at, {
      method: "POST",
      body: "{}",
      headers: { "content-length": String(1e12), "content-type": "application/json" },
    })
    expect(told.status).toBe(413)
    await unchanged()
  })

  test("when what was said once is said again, elsewhere, or in another order", async () => {
    const t = await openMailbox(d)
    const first = await ask(d, t, "one")
    const second = await ask(d, t, "two", { head: headAfter(first) })
    refused(await d.append(t.keys.ask, { entries: [second] }))
    refused(await d.append(t.keys.ask, { entries: [second, first] }))
    refused(await d.append(m.keys.ask, { entries: [first] }))
    refused(await d.append(m.keys.ask, { entries: [{ ...first, stream: m.keys.ask }] }))
    expect((await d.append(t.keys.ask, { entries: [first, second] })).status).toBe(201)
    refused(await d.append(t.keys.ask, { entries: [second, first] }))
    expect((await d.append(t.keys.ask, { entries: [first] })).status).toBe(201)
    await unchanged()
  })
})
