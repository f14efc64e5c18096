// What a server may try: whatever it serves, an honest client folds the truth or stops and says why.
import type { Entry, Page } from "@safe-conduct/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { good, openedDesk, vaultAt } from "../testing/family.ts"
import type { Vault } from "../member/index.ts"

let desk: TestDesk
let anna: Vault
let boris: Vault
let stream: string
let other: string

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
  const named = (surname: string) => ({ people: [{ names: [{ script: "latin" as const, surname }] }] })
  stream = good(await anna.newCase(named("One"))).stream
  other = good(await anna.newCase(named("Two"))).stream
  for (const text of ["a", "b", "c"]) good(await anna.act(stream, "write-note", { kind: "note", text }))
})
afterAll(() => desk.close())

/** A vault of Boris's whose server changes each page of entries of one stream. */
async function through(change: (page: Page) => Page | Promise<Page>): Promise<Vault> {
  const lying = (async (path: string, init?: RequestInit) => {
    const answer = await desk.fetch(path as never, init)
    if (init?.method !== "GET" || !String(path).includes(`/streams/${stream}/entries`)) return answer
    return Response.json(await change((await answer.json()) as Page))
  }) as typeof fetch
  const vault = vaultAt(desk, lying)
  good(await vault.unlockWith(seedsOf(desk, 1)))
  return vault
}
const alter =
  (at: number, by: Partial<Entry>) =>
  (page: Page): Page => ({
    ...page,
    entries: page.entries.map((row) => (row.entry.seq === at ? { ...row, entry: { ...row.entry, ...by } } : row)),
  })
const opening = async (change: (page: Page) => Page | Promise<Page>) => (await through(change)).openCase(stream)

test("untouched, everything opens", async () => {
  expect(good(await opening((page) => page)).state.notes.map((row) => row.text)).toEqual(["a", "b", "c"])
})
test("a line left out breaks the chain", async () => {
  expect(await opening((page) => ({ ...page, entries: page.entries.filter(({ entry }) => entry.seq !== 4) }))).toMatchObject({
    ok: false,
    refusal: { error: "chain-broken" },
  })
})
test("two lines exchanged break the chain", async () => {
  expect(await opening((page) => ({ ...page, entries: page.entries.toReversed() }))).toMatchObject({
    ok: false,
    refusal: { error: "chain-broken" },
  })
})
test("a changed signature or body is not believed", async () => {
  expect(await opening(alter(4, { signature: `${"A".repeat(86)}==` }))).toMatchObject({ ok: false, refusal: { error: "bad-signature" } })
  expect(await opening(alter(4, { body: "AAAA" }))).toMatchObject({ ok: false, refusal: { error: "bad-signature" } })
})
test("another author put in front of a line is unknown", async () => {
  expect(await opening(alter(4, { author: "a".repeat(26) as never }))).toMatchObject({ ok: false, refusal: { error: "unknown-author" } })
})
test("a line of another case does not fit here", async () => {
  expect(await opening(alter(3, { stream: other as never }))).toMatchObject({ ok: false, refusal: { error: "chain-broken" } })
})
test("a body that nobody destroyed and the server no longer has is missing, in red, and what follows still stands", async () => {
  const view = good(await opening(alter(4, { body: null })))
  expect(view.log.find((line) => line.seq === 4)?.refused).toEqual({ error: "body-missing" })
  expect(view.state.notes).toHaveLength(2)
})
test("a broken case is red and takes no more lines from this client", async () => {
  const vault = await through(alter(4, { signature: `${"A".repeat(86)}==` }))
  expect(await vault.openCase(stream)).toMatchObject({ ok: false })
  expect(await vault.act(stream, "write-note", { kind: "note", text: "d" })).toMatchObject({ ok: false })
  expect(good(await vault.refresh()).alarms).toEqual([{ stream, error: "bad-signature" }])
})
test("a stream that goes back behind what was seen is refused", async () => {
  let back = false
  const vault = await through((page) => (back ? { entries: [], head: { seq: 2, hash: "0".repeat(64) as never } } : page))
  good(await vault.openCase(stream))
  good(await boris.refresh())
  good(await boris.act(stream, "write-note", { kind: "note", text: "e" }))
  back = true
  expect(good(await vault.refresh()).alarms).toEqual([{ stream, error: "stream-went-back" }])
})
