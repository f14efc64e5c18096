// A card that comes alone: sealed anew for who may read it now, in the place of the last one, and nothing else of the stream changes.
import { sealCard } from "@safe-conduct/sealing/seal"
import { headAfter, registerIdOf } from "@safe-conduct/sealing/verify"
import { type Card, type Head } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type InventedDesk, type Person, type Shared, enact, inventedDesk, line, shared } from "../testing/invented-desk.ts"

let d: InventedDesk
let register: Shared
let ada: string
let cleo: string
beforeAll(async () => {
  d = await inventedDesk()
  ada = await d.signIn(d.ada)
  cleo = await d.signIn(d.cleo)
  register = await shared(d, [d.ada, d.cleo], registerIdOf(d.desk))
  await d.append(register.stream, register.input, ada)
})
afterAll(() => d.close())

interface Place {
  readonly version?: number
  readonly through?: Head
  readonly cardEpoch?: number
  readonly own?: boolean
}
const card = async (s: Shared, who: Person, { version = 2, through = s.head, cardEpoch = 1, own = false }: Place = {}): Promise<Card> =>
  (await sealCard({ desk: d.desk, stream: s.stream, version, cardEpoch, own, through }, who.keys.signing, s.key, { v: 1 })) as Card

/** A stream with its first card. */
async function begun(...members: readonly Person[]): Promise<Shared> {
  const s = await shared(d, members)
  const done = await d.append(
    s.stream,
    { ...s.input, card: await card(s, members[0] as Person, { version: 1 }) },
    await d.signIn(members[0] as Person),
  )
  expect(done.status).toBe(201)
  return s
}
const put = async (s: Shared, given: Card, token: string | null = cleo): Promise<unknown> => {
  const answer = await d.call("PUT", `/api/cards/${s.stream}`, given, token)
  return answer.status === 204 ? 204 : [answer.status, answer.json.error]
}
const stands = async (s: Shared, token: string): Promise<readonly { readonly version: number; readonly epoch: number }[]> => {
  const { bytes } = await d.call("GET", "/api/cards?since=0", undefined, token)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rows: Card[] = []
  for (let at = 9; at < bytes.length; at += 4 + view.getUint32(at))
    rows.push(JSON.parse(Buffer.from(bytes.subarray(at + 4, at + 4 + view.getUint32(at))).toString()).card)
  return rows.filter((row) => row.stream === s.stream).map(({ version, cardEpoch }) => ({ version, epoch: cardEpoch }))
}

describe("a card that comes alone", () => {
  test("takes the place of the last, once, and moves neither head nor roster", async () => {
    const s = await begun(d.ada, d.cleo)
    const anew = await card(s, d.cleo)
    expect(await put(s, anew)).toBe(204)
    expect(await put(s, anew)).toEqual([409, "card-stale"])
    expect(await put(s, await card(s, d.cleo, { version: 4 }))).toEqual([409, "card-stale"])
    expect(await stands(s, ada)).toEqual([{ version: 2, epoch: 1 }])
    expect((await d.call("GET", `/api/streams/${s.stream}/head`, undefined, ada)).json).toEqual(s.head)
  })

  test("is refused to whoever is not on the roster, and under another's name", async () => {
    const s = await begun(d.ada, d.cleo)
    const ben = await d.signIn(d.ben)
    expect(await put(s, await card(s, d.ben), ben)).toEqual([403, "not-on-roster"])
    expect(await put(s, await card(s, d.cleo), ben)).toEqual([403, "not-on-roster"])
    expect(await put(s, await card(s, d.cleo), ada)).toEqual([403, "not-yours"])
    expect(await put(s, await card(s, d.cleo), null)).toEqual([401, "no-session"])
    expect(await put(s, { ...(await card(s, d.cleo)), signature: `${"A".repeat(86)}==` })).toEqual([400, "bad-signature"])
    expect(await put({ ...s, stream: register.stream }, await card(s, d.cleo))).toEqual([400, "other-stream"])
  })

  test("tells of the head that is stored, and of no other", async () => {
    const s = await begun(d.ada, d.cleo)
    const entry = await line(d, s, d.ada, s.head, "x")
    await d.append(s.stream, { entries: [entry] }, ada)
    expect(await put(s, await card(s, d.cleo))).toEqual([409, "not-head"])
    expect(await put(s, await card(s, d.cleo, { through: { seq: 1, hash: "7".repeat(64) as never } }))).toEqual([409, "not-head"])
    expect(await put(s, await card(s, d.cleo, { through: headAfter(entry) }))).toBe(204)
  })

  test("lies under the register's present epoch, a restricted stream's under its own", async () => {
    const t = await begun(d.ada, d.cleo)
    expect(await put(t, await card(t, d.cleo, { cardEpoch: 2 }))).toEqual([400, "unknown-epoch"])
    const next = await shared(d, [d.ada, d.cleo], register.stream, register.head, 2)
    expect((await d.append(register.stream, next.input, ada)).status).toBe(201)
    expect(await put(t, await card(t, d.cleo))).toEqual([409, "epoch-stale"])
    expect(await put(t, await card(t, d.cleo, { cardEpoch: 2, own: true }))).toEqual([409, "epoch-stale"])
    expect(await put(t, await card(t, d.cleo, { cardEpoch: 2 }))).toBe(204)
    expect(await put(t, await card(t, d.cleo, { version: 3, own: true }))).toBe(204)
  })

  test("waits until nobody who left holds the stream's key, or the register's", async () => {
    const t = await inventedDesk()
    const token = await t.signIn(t.ada)
    const desks = await shared(t, [t.ada, t.cleo], registerIdOf(t.desk))
    await t.append(desks.stream, desks.input, token)
    const [one, two] = [await shared(t, [t.ada, t.cleo]), await shared(t, [t.ada, t.cleo])]
    for (const { stream, input } of [one, two]) await t.append(stream, input, token)
    await enact(t, await t.change(async () => ({ does: "member.remove", member: t.cleo.id })))
    const send = async ({ stream, head, key }: Shared, cardEpoch: number, own = false) => {
      const place = { desk: t.desk, stream, version: 1, cardEpoch, own, through: head }
      const answer = await t.call("PUT", `/api/cards/${stream}`, await sealCard(place, t.ada.keys.signing, key, {}), token)
      return answer.status === 204 ? 204 : [answer.status, answer.json.error]
    }
    const cut = async (s: Shared): Promise<Shared> => {
      const next = await shared(t, [t.ada], s.stream, s.head, 2)
      expect((await t.append(s.stream, next.input, token)).status).toBe(201)
      return next
    }
    const anew = await cut(one)
    expect(await send(anew, 1)).toEqual([409, "epoch-stale"])
    expect(await send(two, 1, true)).toEqual([409, "epoch-stale"])
    await cut(desks)
    expect(await send(anew, 1)).toEqual([409, "epoch-stale"])
    expect(await send(two, 2)).toEqual([409, "epoch-stale"])
    expect(await send(anew, 2)).toBe(204)
    await t.close()
  })
})

describe("what has not been handed on yet", () => {
  test("is counted for whoever joined, and told apart from what is kept to fewer", async () => {
    const ben = await d.signIn(d.ben)
    const before = (await d.call("GET", "/api/cards/not-handed-on", undefined, ben)).json.count
    const [s, own] = [await begun(d.ada, d.cleo), await shared(d, [d.cleo])]
    await d.append(own.stream, { ...own.input, card: await card(own, d.cleo, { version: 1, own: true }) }, cleo)
    expect((await d.call("GET", "/api/cards/not-handed-on", undefined, ben)).json).toEqual({ count: before + 1 })
    const asked = async (stream: string) => (await d.call("GET", `/api/streams/${stream}/entries`, undefined, ben)).json.error
    expect([await asked(s.stream), await asked(own.stream)]).toEqual(["not-handed-on", "not-on-roster"])
    const next = await shared(d, [d.ada, d.cleo, d.ben], s.stream, s.head, 2)
    await d.append(s.stream, next.input, ada)
    expect((await d.call("GET", "/api/cards/not-handed-on", undefined, ben)).json).toEqual({ count: before })
    expect((await d.call("GET", "/api/cards/not-handed-on")).status).toBe(401)
  })
})
