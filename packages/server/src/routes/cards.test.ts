// Cards: one for each stream, in the append's own transaction, in frames since a cursor.
import { headAfter } from "@safe-conduct/sealing/verify"
import { sealCard } from "@safe-conduct/sealing/seal"
import { type Card, CardRow, type Head } from "@safe-conduct/wire"
import * as v from "valibot"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type InventedDesk, type Person, type Shared, inventedDesk, line, shared } from "../testing/invented-desk.ts"

let d: InventedDesk
let ada: string
beforeAll(async () => {
  d = await inventedDesk({ limits: { rows: 3 } })
  ada = await d.signIn(d.ada)
})
afterAll(() => d.close())

const card = async (s: Shared, version: number, through: Head, who: Person = d.ada): Promise<Card> =>
  (await sealCard({ desk: d.desk, stream: s.stream, version, cardEpoch: 1, own: false, through }, who.keys.signing, s.key, {
    stage: version,
  })) as Card

async function frames(token: string, since: number): Promise<{ next: number; more: boolean; rows: CardRow[] }> {
  return framesIn((await d.call("GET", `/api/cards?since=${since}`, undefined, token)).bytes)
}

async function everyStream(token: string): Promise<readonly string[]> {
  const found: string[] = []
  for (let [since, more] = [0, true]; more; ) {
    const page = await frames(token, since)
    found.push(...page.rows.map((r) => r.card.stream))
    ;({ next: since, more } = page)
  }
  return found
}

function framesIn(bytes: Uint8Array): { next: number; more: boolean; rows: CardRow[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rows: CardRow[] = []
  for (let at = 9; at < bytes.length; ) {
    const length = view.getUint32(at)
    rows.push(v.parse(CardRow, JSON.parse(Buffer.from(bytes.subarray(at + 4, at + 4 + length)).toString())))
    at += 4 + length
  }
  return { next: Number(view.getBigUint64(0)), more: bytes[8] === 1, rows }
}

describe("a card", () => {
  test("comes with the entry that it tells of, and by nobody outside the roster", async () => {
    const s = await shared(d, [d.ada, d.cleo])
    await d.append(s.stream, { ...s.input, card: await card(s, 1, s.head) }, ada)
    const e = await line(d, s, d.ada, s.head, "x")
    const send = async (c: Card) => {
      const a = await d.append(s.stream, { entries: [e], card: c }, ada)
      return [a.status, a.json.error ?? null]
    }
    expect(await send(await card(s, 2, s.head))).toEqual([400, "card-behind"])
    expect(await send(await card(s, 3, headAfter(e)))).toEqual([409, "card-stale"])
    expect(await send(await card(s, 2, headAfter(e), d.ben))).toEqual([403, "not-on-roster"])
    expect(await send({ ...(await card(s, 2, headAfter(e))), cardEpoch: 2 })).toEqual([400, "bad-signature"])
    expect((await d.call("GET", `/api/streams/${s.stream}/head`, undefined, ada)).json).toEqual(s.head)
    expect(await send(await card(s, 2, headAfter(e)))).toEqual([201, null])
  })

  test("pages to the end, with the stream's head beside, and only to those who may read the stream", async () => {
    const streams: Shared[] = []
    for (let i = 0; i < 7; i++) {
      const s = await shared(d, [d.cleo, ...(i % 2 ? [d.ben] : [])])
      const cleo = await d.signIn(d.cleo)
      await d.append(s.stream, { ...s.input, card: await card(s, 1, s.head, d.cleo) }, cleo)
      streams.push(s)
    }
    const ben = await d.signIn(d.ben)
    const found: string[] = []
    let since = 0
    let pages = 0
    for (let more = true; more; pages++) {
      const page = await frames(ben, since)
      found.push(...page.rows.map((r) => r.card.stream))
      ;({ next: since, more } = page)
    }
    expect(found).toEqual(streams.filter((_, i) => i % 2).map((s) => s.stream))
    const ahead = streams[1] as Shared
    const e = await line(d, ahead, d.ben, ahead.head, "x")
    await d.append(ahead.stream, { entries: [e] }, ben)
    const row = (await frames(ben, 0)).rows.find((r) => r.card.stream === ahead.stream)
    expect([row?.head, row?.card.through]).toEqual([headAfter(e), ahead.head])
    expect((await frames(ben, since)).rows).toEqual([])
  })

  test("told backwards: what changed last comes first, a page leads to the one before it, and the newest change leads on", async () => {
    const cleo = await d.signIn(d.cleo)
    const forwards = await everyStream(cleo)
    const found: string[] = []
    let newest = 0
    for (let [before, more] = [undefined as number | undefined, true]; more; ) {
      const { bytes } = await d.call("GET", `/api/cards/newest?limit=2${before === undefined ? "" : `&before=${before}`}`, undefined, cleo)
      newest ||= Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0))
      const page = framesIn(bytes.subarray(8))
      expect(page.rows.length).toBeLessThanOrEqual(2)
      found.push(...page.rows.map((r) => r.card.stream))
      ;({ next: before, more } = page)
    }
    expect(found).toEqual(forwards.toReversed())
    expect((await frames(cleo, newest)).rows).toEqual([])
    const s = await shared(d, [d.cleo])
    await d.append(s.stream, { ...s.input, card: await card(s, 1, s.head, d.cleo) }, cleo)
    expect((await frames(cleo, newest)).rows.map((r) => r.card.stream)).toEqual([s.stream])
    // Before the first there is nothing.
    const none = await d.call("GET", "/api/cards/newest?before=1", undefined, cleo)
    expect([none.status, [...none.bytes]]).toEqual([200, Array(17).fill(0)])
    expect((await d.call("GET", "/api/cards/newest")).status).toBe(401)
    expect((await d.call("GET", "/api/cards/newest?limit=0", undefined, cleo)).status).toBe(400)
  })
})
