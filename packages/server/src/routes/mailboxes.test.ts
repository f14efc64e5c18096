// A mailbox opens once, for one proof of work, and takes one request.
import { answerIdOf, verifyReceipt } from "@safe-conduct/sealing/verify"
import type { Entry } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type InventedDesk, answer, ask, headAfter, inventedDesk, openMailbox } from "../testing/invented-desk.ts"

let d: InventedDesk
beforeAll(async () => {
  d = await inventedDesk()
})
afterAll(() => d.close())

describe("a mailbox", () => {
  test("opens with its work paid, and the receipt is the server's own", async () => {
    const m = await openMailbox(d)
    const again = await d.call("POST", "/api/mailboxes", { key: m.keys.key, work: m.work, entry: m.genesis })
    expect(again.status).toBe(201)
    const info = (await d.call("GET", "/desk.json")).json
    expect(await verifyReceipt(info.received, again.json.receipt)).toBe(true)
  })

  test("does not open without work, for another key, or with a body", async () => {
    const m = await openMailbox(d)
    const other = await openMailbox(d)
    const send = (body: unknown) => d.call("POST", "/api/mailboxes", body)
    expect((await send({ key: m.keys.key, work: m.work + 1, entry: m.genesis })).json.error).toBe("no-work")
    expect((await send({ key: other.keys.key, work: other.work, entry: m.genesis })).json.error).toBe("not-yours")
    const forged: Entry = { ...m.genesis, signature: other.genesis.signature }
    const fresh = await send({ key: m.keys.key, work: m.work, entry: forged })
    expect([fresh.status, fresh.json.error]).toEqual([400, "bad-signature"])
  })

  test("takes the request at seq 1 and the same bytes again with the same receipt, once stored", async () => {
    const m = await openMailbox(d)
    const request = await ask(d, m, "help")
    const first = await d.append(m.keys.ask, { entries: [request] })
    expect(first.status).toBe(201)
    d.clock.now += 3 * 3_600_000
    const again = await d.append(m.keys.ask, { entries: [request] })
    expect(again.json).toEqual(first.json)
    const second = await ask(d, m, "another request in its place")
    const refused = await d.append(m.keys.ask, { entries: [second] })
    expect([refused.status, refused.json.error, refused.json.head]).toEqual([409, "not-head", headAfter(request)])
  })

  test("is write-only to its own code, and its answers open a member's view of the day they were fetched", async () => {
    const m = await openMailbox(d)
    const token = await d.signIn(m.keys)
    const cleo = await d.signIn(d.cleo)
    await d.append(m.keys.ask, { entries: [await ask(d, m, "help")] })
    expect((await d.call("GET", `/api/streams/${m.keys.ask}/entries`, undefined, token)).json.error).toBe("not-readable")
    expect((await d.call("GET", `/api/streams/${m.keys.ask}/head`, undefined, token)).json.seq).toBe(1)
    expect((await d.call("GET", `/api/streams/${m.keys.ask}/entries`, undefined, cleo)).json.entries).toHaveLength(2)

    const reply = await answer(d, m, { seq: -1, hash: "0".repeat(64) as never }, "we read it")
    expect((await d.append(m.keys.answer, { entries: [reply] })).status).toBe(401)
    expect((await d.append(m.keys.answer, { entries: [reply] }, token)).json.error).toBe("not-member")
    expect((await d.append(m.keys.answer, { entries: [reply] }, cleo)).status).toBe(201)
    const page = await d.call("GET", `/api/streams/${answerIdOf(d.desk, m.keys.key)}/entries`, undefined, token)
    expect(page.json.entries.map((e: { entry: Entry }) => e.entry)).toEqual([reply])
    const heads = await d.call("GET", "/api/heads?since=0", undefined, cleo)
    const row = heads.json.rows.find((r: { stream: string }) => r.stream === m.keys.ask)
    expect(row).toMatchObject({
      kind: "ask",
      key: m.keys.key,
      pair: m.keys.answer,
      opened: new Date(d.clock.now).toISOString().slice(0, 10),
    })
  })

  test("never shows one code what lies in another's mailbox", async () => {
    const [m, other] = [await openMailbox(d), await openMailbox(d)]
    const token = await d.signIn(other.keys)
    for (const stream of [m.keys.ask, m.keys.answer]) {
      expect((await d.call("GET", `/api/streams/${stream}/entries`, undefined, token)).status).toBe(404)
      expect((await d.call("GET", `/api/streams/${stream}/head`, undefined, token)).status).toBe(404)
    }
    expect((await d.call("GET", "/api/heads?since=0", undefined, token)).json.error).toBe("not-member")
  })

  test("may ask once that someone be woken, until the desk has answered", async () => {
    const m = await openMailbox(d)
    const cleo = await d.signIn(d.cleo)
    const rowOf = async () =>
      (await d.call("GET", "/api/heads?since=0", undefined, cleo)).json.rows.find((r: { stream: string }) => r.stream === m.keys.ask)
    const request = await ask(d, m, "they told him to pack")
    await d.append(m.keys.ask, { entries: [request], wake: true })
    expect((await rowOf()).wake).toBe(true)
    await d.append(m.keys.answer, { entries: [await answer(d, m, { seq: -1, hash: "0".repeat(64) as never }, "we are on it")] }, cleo)
    expect((await rowOf()).wake).toBe(false)
  })
})
