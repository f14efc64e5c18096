// A mailbox opens once, for one proof of work, and takes one request.
import { answerIdOf, headAfter, verifyReceipt } from "@safe-conduct/sealing/verify"
import type { Entry } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  type InventedDesk,
  answer,
  ask,
  enact,
  inventedDesk,
  newMailbox,
  openMailbox,
  sendOpening,
  upload,
} from "../testing/invented-desk.ts"

let d: InventedDesk
beforeAll(async () => {
  d = await inventedDesk()
})
afterAll(() => d.close())

describe("a mailbox and its request in one call", () => {
  const stored = async (stream: string) =>
    (await d.call("GET", `/api/streams/${stream}/entries`, undefined, await d.signIn(d.cleo))).json.entries?.map(
      (e: { entry: Entry }) => e.entry,
    )
  const rowOf = async (stream: string) =>
    (await d.call("GET", "/api/heads?since=0", undefined, await d.signIn(d.cleo))).json.rows.find(
      (r: { stream: string }) => r.stream === stream,
    )

  test("stand together, with one receipt over the last, and answer the same bytes with the same receipt hours later", async () => {
    const m = await newMailbox(d)
    const request = await ask(d, m, "help")
    const first = await sendOpening(d, m, [request])
    expect([first.status, first.json.head]).toEqual([201, headAfter(request)])
    expect(await verifyReceipt((await d.call("GET", "/desk.json")).json.received, first.json.receipt)).toBe(true)
    d.clock.now += 3 * 3_600_000
    expect((await sendOpening(d, m, [request])).json).toEqual(first.json)
    expect(await stored(m.keys.ask)).toEqual([m.genesis, request])
    expect(await rowOf(m.keys.ask)).toMatchObject({ kind: "ask", key: m.keys.key, pair: m.keys.answer, wake: false })
    expect(await rowOf(m.keys.answer)).toMatchObject({ kind: "answer", pair: m.keys.ask, head: { seq: -1 } })
  })

  test("sent ten times at once are one mailbox, one request, ten equal receipts", async () => {
    const m = await newMailbox(d)
    const request = await ask(d, m, "help")
    const answers = await Promise.all(Array.from({ length: 10 }, () => sendOpening(d, m, [request])))
    expect(new Set(answers.map((a) => JSON.stringify([a.status, a.json]))).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    expect(await stored(m.keys.ask)).toEqual([m.genesis, request])
  })

  test("complete each other when the first alone was stored, and tell another request where the mailbox stands", async () => {
    const m = await openMailbox(d)
    const request = await ask(d, m, "help")
    expect((await sendOpening(d, m, [request])).json.head).toEqual(headAfter(request))
    const other = await ask(d, m, "another request in its place")
    const refused = await sendOpening(d, m, [other])
    expect([refused.status, refused.json.error, refused.json.head]).toEqual([409, "not-head", headAfter(request)])
    expect(await stored(m.keys.ask)).toEqual([m.genesis, request])
  })

  test("say where the mailbox stands when another device opened it with another first entry", async () => {
    const m = await openMailbox(d)
    const { askGenesis } = await import("@safe-conduct/sealing/seal")
    const { EMPTY } = await import("@safe-conduct/wire")
    const at = { desk: d.desk, stream: m.keys.ask, head: EMPTY, epoch: 2, directory: d.directory() }
    const elsewhere = { ...m, genesis: await askGenesis(at, m.keys.signing) }
    const request = await ask(d, elsewhere, "help", { head: headAfter(elsewhere.genesis) })
    for (const rest of [[], [request]]) {
      const refused = await sendOpening(d, elsewhere, rest)
      expect([refused.status, refused.json.error, refused.json.head]).toEqual([409, "not-head", m.head])
    }
  })

  test("stand or fall together: a bad request opens no mailbox, and nothing is kept of either", async () => {
    const [m, other] = [await newMailbox(d), await newMailbox(d)]
    const request = await ask(d, m, "help")
    const token = await d.signIn(other.keys)
    await sendOpening(d, other)
    const theirs = await upload(d, token)
    const attempts: [readonly Entry[], object, string][] = [
      [[{ ...request, signature: m.genesis.signature }], {}, "bad-signature"],
      [[{ ...request, body: Buffer.from("help me").toString("base64") }], {}, "not-sealed"],
      [[await ask(d, m, "help", { epoch: 7 })], {}, "intake-rotated"],
      [[await ask(d, m, "help", { head: other.head })], {}, "broken-chain"],
      [[await ask(d, other, "help")], {}, "other-stream"],
      [[await ask(d, m, "help", { objects: [theirs] })], {}, "no-such-object"],
      [[request, request], {}, "broken-chain"],
      [[request], { work: m.work + 1 }, "no-work"],
      [[request], { entry: m.genesis }, "malformed"],
      [[request], { key: other.keys.key }, "not-yours"],
    ]
    for (const [rest, more, error] of attempts) expect([error, (await sendOpening(d, m, rest, more)).json.error]).toEqual([error, error])
    expect((await d.call("POST", "/api/mailboxes", { key: m.keys.key, work: m.work })).json.error).toBe("malformed")
    expect(await stored(m.keys.ask)).toBeUndefined()
    expect((await sendOpening(d, m, [request])).status).toBe(201)
  })

  test("name the entry that was refused", async () => {
    const m = await newMailbox(d)
    const request = await ask(d, m, "help", { epoch: 7 })
    expect((await sendOpening(d, m, [request])).json.at).toBe("/entries/1/epoch")
    const forged = { ...m.genesis, signature: request.signature }
    expect((await sendOpening(d, { ...m, genesis: forged })).json.at).toBe("/entries/0/signature")
    expect((await d.call("POST", "/api/mailboxes", { key: m.keys.key, work: m.work, entry: { ...m.genesis, seq: 1 } })).json.at).toBe(
      "/entry",
    )
  })

  test("are refused after two rotations with the new certificate, but what was stored before keeps its receipt", async () => {
    const t = await inventedDesk()
    const { approve, directoryEntry, newIntakeIdentity } = await import("@safe-conduct/sealing/seal")
    const { directoryIdOf } = await import("@safe-conduct/sealing/verify")
    const { intakeCertificateBytes } = await import("@safe-conduct/wire")
    const [early, late] = [await newMailbox(t), await newMailbox(t)]
    const [stays, sealed] = [await ask(t, early, "in time"), await ask(t, late, "too late")]
    const receipt = await sendOpening(t, early, [stays])
    let head = t.directory()
    for (const number of [2, 3]) {
      const certificate = { number, recipient: (await newIntakeIdentity()).recipient, notBefore: "2026-11-20", notAfter: "2027-01-03" }
      const bytes = intakeCertificateBytes(t.desk, certificate)
      const approvals = [await approve(t.ada.id, t.ada.keys.signing, bytes), await approve(t.ben.id, t.ben.keys.signing, bytes)]
      const at = { desk: t.desk, stream: directoryIdOf(t.desk), head }
      const rotation = await directoryEntry(at, t.ada.keys.signing, { does: "intake.rotate", certificate, approvals })
      expect((await enact(t, rotation)).status).toBe(201)
      head = headAfter(rotation)
    }
    expect((await sendOpening(t, early, [stays])).json).toEqual(receipt.json)
    const refused = await sendOpening(t, late, [sealed])
    expect([refused.status, refused.json.error, refused.json.intake.certificate.number]).toEqual([409, "intake-rotated", 3])
    expect((await sendOpening(t, late, [await ask(t, late, "again", { epoch: 3 })])).status).toBe(201)
    await t.close()
  })

  test("wake somebody with the same call", async () => {
    const m = await newMailbox(d)
    await sendOpening(d, m, [await ask(d, m, "they told him to pack")], { wake: true })
    expect((await rowOf(m.keys.ask)).wake).toBe(true)
    expect((await rowOf(m.keys.answer)).wake).toBe(false)
  })
})

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
