// What a server may try with cards: whatever it serves, a list shows what a member wrote last, or says that it is behind.
import { signingFromSeed } from "@safe-conduct/sealing/seal"
import { kidOf } from "@safe-conduct/sealing/verify"
import { type Card, type CardRow, type KeyId, concat, fromHex, toBase64, u32be, utf8 } from "@safe-conduct/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { good, openedDesk, vaultAt } from "../testing/family.ts"
import { pageBegins, readFrames } from "../testing/card-page.ts"
import type { Vault } from "./index.ts"

let desk: TestDesk
let anna: Vault
let one: string
let two: string
/** Boris's key, who has signed none of them. */
let boris: KeyId
/** The first card of `one`, before its title changed. */
let old: CardRow

/** Whether the server says that more follows, whatever was asked. */
let endless = false

type Change = (rows: readonly CardRow[]) => readonly CardRow[]
async function framesOf(answer: Response, begins: number): Promise<{ head: Uint8Array; rows: readonly CardRow[] }> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return { head: bytes.slice(0, begins + 9), rows: readFrames(bytes.subarray(begins))?.frames.map(({ row }) => row) ?? [] }
}
/** A vault of Boris's whose server changes each page of cards. */
function lyingVault(change: Change): Vault {
  const lying = (async (path: string, init?: RequestInit) => {
    const answer = await desk.fetch(path as never, init)
    if (!/\/api\/cards(\/newest)?\?/.test(String(path))) return answer
    const { head, rows } = await framesOf(answer, pageBegins(String(path)))
    if (endless) head[head.length - 1] = 1
    const frames = change(rows).map((row) => utf8(JSON.stringify(row)))
    return new Response(concat(head, ...frames.flatMap((frame) => [u32be(frame.length), frame])))
  }) as typeof fetch
  return vaultAt(desk, lying)
}
async function listed(change: Change): Promise<readonly string[]> {
  const vault = lyingVault(change)
  good(await vault.unlockWith(seedsOf(desk, 1)))
  return (await vault.list()).map((row) => row.title).toSorted()
}
const alter =
  (stream: string, by: (row: CardRow) => Partial<Card>): Change =>
  (rows) =>
    rows.map((row) => (row.card.stream === stream ? { ...row, card: { ...row.card, ...by(row) } } : row))

beforeAll(async () => {
  desk = await openTestDesk()
  const opened = await openedDesk(desk)
  anna = opened.anna
  boris = kidOf(signingFromSeed(fromHex(seedsOf(desk, 1).sign)).key)
  const named = (surname: string) => ({ people: [{ names: [{ script: "latin" as const, surname }] }] })
  one = good(await anna.newCase(named("One"))).stream
  two = good(await anna.newCase(named("Two"))).stream
  const spying = lyingVault((rows) => {
    old = rows.find((row) => row.card.stream === one) as CardRow
    return rows
  })
  good(await spying.unlockWith(seedsOf(desk, 1)))
  good(await anna.act(one, "take-case", { owner: seedsOf(desk, 1).member }))
})
afterAll(() => desk.close())

test("untouched, both stand in the list", async () => {
  expect(await listed((rows) => rows)).toEqual(["One", "Two"])
})
test("a changed signature, body, version, epoch or head takes a card out of it", async () => {
  const flipped = ({ card }: CardRow): string => toBase64(utf8(`x${card.sealed.slice(1, 100)}`))
  const changes: ((row: CardRow) => Partial<Card>)[] = [
    () => ({ signature: `${"A".repeat(86)}==` }),
    (row) => ({ sealed: flipped(row) }),
    (row) => ({ version: row.card.version + 1 }),
    (row) => ({ cardEpoch: row.card.cardEpoch + 1 }),
    (row) => ({ through: { ...row.card.through, seq: row.card.through.seq + 1 } }),
    (row) => ({ own: !row.card.own }),
    () => ({ author: "a".repeat(26) as never }),
    () => ({ author: boris }),
    () => ({ desk: "a".repeat(26) as never }),
  ]
  for (const by of changes) expect(await listed(alter(two, by)), String(by)).toEqual(["One"])
})
test("a card in another's place is not hers", async () => {
  const swapped: Change = (rows) => rows.map((row) => ({ ...row, card: { ...old.card, stream: row.card.stream } }))
  expect(await listed(swapped)).toEqual(["One"])
})
test("an older card shows its age: the head is not its own", async () => {
  const vault = lyingVault((rows) => rows.map((row) => (row.card.stream === one ? { ...row, card: old.card } : row)))
  good(await vault.unlockWith(seedsOf(desk, 1)))
  expect((await vault.list()).find((row) => row.stream === one)).toMatchObject({ behind: true, owner: null })
})
test("who holds the newer card never takes the older, whatever head comes with it", async () => {
  let later = false
  const vault = lyingVault((rows) => (later ? [{ ...old, head: old.card.through }] : rows))
  const { member } = good(await vault.unlockWith(seedsOf(desk, 1)))
  later = true
  good(await anna.act(two, "write-note", { kind: "note", text: "so that a page is asked for" }))
  good(await vault.refresh())
  expect((await vault.list()).find((row) => row.stream === one)).toMatchObject({ owner: member, behind: true })
})
test("a page that is none stops the reading and says so", async () => {
  const vault = lyingVault((rows) => rows.map((row) => ({ ...row, more: 1 }) as never))
  expect(await vault.unlockWith(seedsOf(desk, 1))).toMatchObject({ ok: false, refusal: { error: "bad-answer" } })
})
test("more that never leads on is not read for ever", async () => {
  endless = true
  const vault = lyingVault((rows) => rows)
  expect(await vault.unlockWith(seedsOf(desk, 1))).toMatchObject({ ok: false, refusal: { error: "bad-answer" } })
  endless = false
})
