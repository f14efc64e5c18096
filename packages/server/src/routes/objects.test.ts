// Files: what an upload may do, how it goes on after a cut, who may read, what a mailbox may store, and when orphans go.
import { headAfter } from "@safe-conduct/sealing/verify"
import { stat } from "node:fs/promises"
import { join } from "node:path"
import { randomId } from "@safe-conduct/sealing/seal"
import { EMPTY, MAX_PART_BYTES } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  type InventedDesk,
  type Mailbox,
  answer,
  ask,
  file,
  inventedDesk,
  openMailbox,
  shared,
  line,
  upload,
} from "../testing/invented-desk.ts"

let d: InventedDesk
let m: Mailbox
let token: string
let cleo: string
beforeAll(async () => {
  d = await inventedDesk({ limits: { freeBytes: 3 << 20, mailboxBytes: 8 << 20 } })
  m = await openMailbox(d)
  ;[token, cleo] = [await d.signIn(m.keys), await d.signIn(d.cleo)]
})
afterAll(() => d.close())
const code = (a: { status: number; json: { error: string } }) => [a.status, a.json.error]

describe("a file", () => {
  test("goes on after a cut with the parts that are there, and is complete only when all are", async () => {
    const f = await file(2)
    const at = `/api/objects/${f.id}`
    expect((await d.call("POST", "/api/objects", { id: f.id, parts: 2 }, token)).status).toBe(201)
    await d.call("PUT", `${at}/parts/1`, f.parts[1], token)
    expect((await d.call("GET", at, undefined, token)).json).toEqual({
      id: f.id,
      parts: 2,
      have: [{ part: 1, hash: f.hashes[1] }],
      complete: false,
    })
    const early = await d.call("POST", `${at}/complete`, { hashes: f.hashes }, token)
    expect([...code(early), early.json.at]).toEqual([409, "part-missing", "/hashes/0"])
    d = await d.restart()
    expect((await d.call("POST", "/api/objects", { id: f.id, parts: 2 }, token)).json.have).toHaveLength(1)
    await d.call("PUT", `${at}/parts/0`, f.parts[0], token)
    expect((await d.call("POST", `${at}/complete`, { hashes: f.hashes }, token)).status).toBe(204)
    expect((await d.call("POST", `${at}/complete`, { hashes: f.hashes }, token)).status).toBe(204)
    expect(code(await d.call("PUT", `${at}/parts/0`, f.parts[0], token))).toEqual([409, "object-complete"])
  })

  test("is taken sealed or not at all, within its parts and its size", async () => {
    const f = await file(1)
    await d.call("POST", "/api/objects", { id: f.id, parts: 1 }, token)
    const part = (n: string, body: Uint8Array) => d.call("PUT", `/api/objects/${f.id}/parts/${n}`, body, token)
    expect(code(await part("0", new TextEncoder().encode("%PDF-1.7 a passport")))).toEqual([400, "not-sealed"])
    expect(code(await part("1", f.parts[0] as Uint8Array))).toEqual([404, "no-such-part"])
    expect(code(await part("x", f.parts[0] as Uint8Array))).toEqual([404, "no-such-part"])
    expect(code(await part("0", new Uint8Array(MAX_PART_BYTES + 1)))).toEqual([413, "too-large"])
  })

  test("is nobody's business but its uploader's, until an entry lists it; then of those who read that entry", async () => {
    const [ada, ben] = [await d.signIn(d.ada), await d.signIn(d.ben)]
    const other = await d.signIn((await openMailbox(d)).keys)
    const id = await upload(d, ada)
    const read = (who: string) => d.call("GET", `/api/objects/${id}/parts/0`, undefined, who)
    expect([(await read(cleo)).status, (await read(ada)).status, (await read(other)).status]).toEqual([404, 200, 403])
    expect((await d.call("GET", `/api/objects/${id}`, undefined, other)).status).toBe(404)
    expect((await d.call("PUT", `/api/objects/${id}/parts/0`, new Uint8Array(1), other)).status).toBe(404)
    expect(code(await d.call("POST", "/api/objects", { id, parts: 1 }, other))).toEqual([409, "known-object"])
    const s = await shared(d, [d.ada, d.cleo])
    await d.append(s.stream, s.input, ada)
    await d.append(s.stream, { entries: [await line(d, s, d.ada, s.head, "x", { objects: [id] })] }, ada)
    expect([(await read(cleo)).status, (await read(ben)).status]).toEqual([200, 404])
  })

  test("needs a mailbox that has paid its work", async () => {
    const { codeKeys, newCode } = await import("@safe-conduct/sealing/seal")
    const unpaid = await d.signIn(await codeKeys(d.desk, newCode()))
    expect(code(await d.call("POST", "/api/objects", { id: randomId(), parts: 1 }, unpaid))).toEqual([403, "no-mailbox"])
  })

  test("waits beyond the free part of a mailbox until the desk has written there", async () => {
    const own = await openMailbox(d)
    const mine = await d.signIn(own.keys)
    const announce = (parts: number) => d.call("POST", "/api/objects", { id: randomId(), parts }, mine)
    expect((await announce(2)).status).toBe(201)
    expect(code(await announce(2))).toEqual([429, "quota"])
    expect((await announce(1)).status).toBe(201)
    await d.append(own.keys.answer, { entries: [await answer(d, own, EMPTY, "we read it")] }, cleo)
    expect((await announce(2)).status).toBe(201)
    expect(code(await announce(4))).toEqual([429, "quota"])
  })

  test("counts by what it holds once it is complete", async () => {
    const own = await openMailbox(d)
    const mine = await d.signIn(own.keys)
    for (let i = 0; i < 5; i++) await upload(d, mine)
  })

  test("that no entry lists is gone after 14 days, with its bytes; a listed one stays", async () => {
    const own = await openMailbox(d)
    const mine = await d.signIn(own.keys)
    const [orphan, kept] = [await upload(d, mine), await upload(d, mine)]
    const request = await ask(d, own, "x", { objects: [kept] })
    await d.append(own.keys.ask, { entries: [request] })
    const path = join(d.data, "objects", orphan.slice(0, 2), orphan)
    d.clock.now += 13 * 86_400_000
    await d.server.sweep()
    expect((await stat(path)).isFile()).toBe(true)
    d.clock.now += 2 * 86_400_000
    await d.server.sweep()
    await expect(stat(path)).rejects.toThrow()
    const later = await d.signIn(d.cleo)
    expect((await d.call("GET", `/api/objects/${kept}/parts/0`, undefined, later)).status).toBe(200)
    const again = await d.signIn(own.keys)
    expect((await d.call("GET", `/api/objects/${orphan}`, undefined, again)).status).toBe(404)
    expect(headAfter(request).seq).toBe(1)
  })
})
