// What a device keeps spares the reading and is never believed against the server: stale, foreign, altered or older, the list is right.
import { programme } from "@safe-conduct/russia-canada"
import { openKeep } from "@safe-conduct/sealing/open"
import { randomId, sealKeep } from "@safe-conduct/sealing/seal"
import { type CardRow, type Id, concat, fromHex, fromUtf8, u32be, utf8 } from "@safe-conduct/wire"
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { type TestDesk, openTestDesk, seedsOf, testWords } from "../testing/desk.ts"
import { good, openedDesk } from "../testing/family.ts"
import { pageBegins, readFrames } from "../testing/card-page.ts"
import type { KeepShelf } from "./card-keep.ts"
import { createVault, type Vault } from "./index.ts"

let desk: TestDesk
let anna: Vault
let one: string
let hidden: string
let kept: Map<string, unknown>
/** Rows of cards that the server sent, and whether it was asked from the first. */
let sent: readonly (readonly CardRow[])[] = []
let asked: readonly number[] = []

const shelf: KeepShelf = {
  get: async (name) => kept.get(name),
  put: async (name, value) => void kept.set(name, value),
  drop: async (name) => void kept.delete(name),
}
type Change = (rows: readonly CardRow[], since: number) => readonly CardRow[]

/** A vault of this founder with the shelf, whose server changes each page of cards. */
function keeping(change: Change = (rows) => rows, line = desk.fetch): Vault {
  const watched = (async (path: string, init?: RequestInit) => {
    const answer = await line(path as never, init)
    const given = /\/api\/cards(?:\?since=(\d+)|\/newest\?)/.exec(String(path))
    if (given === null) return answer
    const since = Number(given[1] ?? 0)
    const begins = pageBegins(String(path))
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const rows = change(readFrames(bytes.subarray(begins))?.frames.map(({ row }) => row) ?? [], since)
    sent = [...sent, rows]
    asked = [...asked, since]
    const frames = rows.map((row) => utf8(JSON.stringify(row)))
    return new Response(concat(bytes.slice(0, begins + 9), ...frames.flatMap((frame) => [u32be(frame.length), frame])))
  }) as typeof fetch
  return createVault({
    server: desk.url,
    fetch: watched,
    now: () => desk.now,
    wait: async () => undefined,
    words: testWords,
    programme,
    keepShelf: shelf,
  })
}
async function sitting(change?: Change, who = 0, line?: typeof fetch): Promise<Vault> {
  const vault = keeping(change, line)
  sent = []
  asked = []
  good(await vault.unlockWith(seedsOf(desk, who)))
  return vault
}
async function until(holds: () => boolean): Promise<void> {
  for (let n = 0; !holds(); n++) {
    if (n > 400) throw new Error("nothing was kept")
    await new Promise((done) => setTimeout(done, 10))
  }
}
const name = (who = 0) => `cards ${seedsOf(desk, who).desk} ${seedsOf(desk, who).member}`
const listOf = async (vault: Vault) => (await vault.list()).toSorted((a, b) => (a.stream < b.stream ? -1 : 1))
/** Rows that another vault, without a shelf, reads from the first. */
const truth = async () => {
  const plain = createVault({ server: desk.url, fetch: desk.fetch, now: () => desk.now, words: testWords, programme })
  good(await plain.unlockWith(seedsOf(desk, 0)))
  return listOf(plain)
}
/** After this a keep of everything lies on the shelf. */
async function keptNow(who = 0): Promise<void> {
  await sitting(undefined, who)
  await until(() => kept.has(name(who)))
}
const rowsSent = () => sent.reduce((sum, rows) => sum + rows.length, 0)

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna } = await openedDesk(desk))
  const named = (surname: string) => ({ people: [{ names: [{ script: "latin" as const, surname }] }] })
  one = good(await anna.newCase(named("One"))).stream
  good(await anna.newCase(named("Two")))
  hidden = good(await anna.newCase({ ...named("Hidden"), restricted: true })).stream
  good(await anna.act(hidden, "write-note", { kind: "note", text: "a card of its own comes with the second line" }))
})
afterAll(() => desk.close())
beforeEach(() => {
  kept = new Map()
})

test("the next sitting asks for what changed since, and shows the same", async () => {
  await keptNow()
  expect(rowsSent()).toBe(3)
  const again = await sitting()
  expect(rowsSent()).toBe(0)
  expect(asked).toHaveLength(1)
  expect(await listOf(again)).toEqual(await truth())
  expect((await again.search("hidden")).map((hit) => hit.stream)).toEqual([hidden])
})
test("a keep from before the last changes is led up to the present", async () => {
  await keptNow()
  const stale = kept.get(name())
  good(await anna.act(one, "take-case", { owner: seedsOf(desk, 1).member }))
  const next = await sitting()
  expect(rowsSent()).toBe(1)
  expect(await listOf(next)).toEqual(await truth())
  kept.set(name(), stale)
  expect(await listOf(await sitting())).toEqual(await truth())
})
test("altered anywhere, it is thrown away and everything is read anew", async () => {
  await keptNow()
  const whole = kept.get(name()) as Uint8Array
  for (const at of [0, 11, 12, 40, whole.length >> 1, whole.length - 1]) {
    const altered = whole.slice()
    altered[at] = (altered[at] as number) ^ 1
    kept.set(name(), altered)
    const vault = await sitting()
    expect(rowsSent()).toBe(3)
    expect(await listOf(vault)).toEqual(await truth())
  }
  for (const junk of [new Uint8Array(0), whole.slice(0, 40), "text", { a: 1 }]) {
    kept.set(name(), junk)
    expect(await listOf(await sitting())).toEqual(await truth())
  }
})
test("another member's or another desk's opens to nothing, under whatever name it lies", async () => {
  await keptNow(1)
  kept.set(name(), kept.get(name(1)))
  await sitting()
  expect(rowsSent()).toBe(3)
  const mine = { desk: seedsOf(desk, 0).desk as Id, member: seedsOf(desk, 0).member as Id }
  const seed = fromHex(seedsOf(desk, 0).open)
  const sealed = await sealKeep(seed, mine, utf8("{}"))
  expect(await openKeep(seed, mine, sealed)).toEqual(utf8("{}"))
  expect(await openKeep(seed, { ...mine, desk: mine.member }, sealed)).toBeNull()
  expect(await openKeep(seed, { ...mine, member: mine.desk }, sealed)).toBeNull()
  expect(await openKeep(fromHex(seedsOf(desk, 1).open), mine, sealed)).toBeNull()
})
test("sealed by her own key and yet of another shape, age or epoch, it is thrown away", async () => {
  await keptNow()
  const mine = { desk: seedsOf(desk, 0).desk as Id, member: seedsOf(desk, 0).member as Id }
  const seed = fromHex(seedsOf(desk, 0).open)
  const said = JSON.parse(fromUtf8((await openKeep(seed, mine, kept.get(name()) as Uint8Array)) as Uint8Array)) as Record<string, unknown>
  const changes: Record<string, unknown>[] = [
    { v: 1 },
    { epoch: (said["epoch"] as number) + 1 },
    { at: desk.now + 1 },
    { at: desk.now - 31 * 86_400_000 },
    { desk: mine.member },
    { cards: (said["cards"] as unknown[][]).map((card) => card.with(6, { v: 9 })) },
    { cards: null },
    { restricted: [{}] },
  ]
  for (const change of changes) {
    kept.set(name(), await sealKeep(seed, mine, utf8(JSON.stringify({ ...said, ...change }))))
    const vault = await sitting()
    expect(rowsSent(), JSON.stringify(change).slice(0, 60)).toBe(3)
    expect(await listOf(vault)).toEqual(await truth())
  }
})
test("of a restricted case no word is kept, only what the server gave", async () => {
  await keptNow()
  const mine = { desk: seedsOf(desk, 0).desk as Id, member: seedsOf(desk, 0).member as Id }
  const plain = fromUtf8((await openKeep(fromHex(seedsOf(desk, 0).open), mine, kept.get(name()) as Uint8Array)) as Uint8Array)
  expect(plain).toContain("One")
  expect(plain).toContain(hidden)
  expect(plain).not.toContain("Hidden")
})
test("a server that goes back to an older card is not followed: what is known stays, and says that it is behind", async () => {
  let older: CardRow | undefined
  await sitting((rows) => {
    older ??= rows.find((row) => row.card.stream === one)
    return rows
  })
  good(await anna.act(one, "write-note", { kind: "note", text: "newer" }))
  await keptNow()
  const back: Change = (rows) => [
    ...rows.filter((row) => row.card.stream !== one),
    { ...(older as CardRow), head: (older as CardRow).card.through },
  ]
  const vault = await sitting(back)
  const held = (await vault.list()).find((row) => row.stream === one)
  expect(held).toMatchObject({ behind: true, owner: seedsOf(desk, 1).member })
})
test("what somebody writes between the cards and the heads is asked for once more, and not everything", async () => {
  await keptNow()
  let between: Promise<unknown> | null = null
  const slow = (async (path: string, init?: RequestInit) => {
    if (String(path).includes("/api/heads")) {
      between ??= vi
        .waitFor(() => expect(asked).toHaveLength(1))
        .then(() => anna.act(one, "write-note", { kind: "note", text: "just now" }))
      await between
    }
    return desk.fetch(path as never, init)
  }) as typeof fetch
  const vault = await sitting(undefined, 0, slow)
  expect(asked.length).toBeGreaterThan(1)
  expect(asked).not.toContain(0)
  expect(rowsSent()).toBe(1)
  expect((await vault.list()).some((row) => row.behind)).toBe(false)
})
test("a server that counts from another place since is asked for everything once", async () => {
  await keptNow()
  good(await anna.act(one, "take-case", { owner: seedsOf(desk, 0).member }))
  const vault = await sitting((rows, since) => (since > 0 ? [] : rows))
  // Once more from where it stood, for somebody may have written between the cards and the heads; then from the first.
  expect(asked).toEqual([expect.any(Number), expect.any(Number), 0])
  expect(await listOf(vault)).toEqual(await truth())
})
test("signing out leaves nothing on the device, and nothing comes back later", async () => {
  await keptNow()
  const vault = await sitting()
  await vault.signOut()
  expect(kept.size).toBe(0)
  const quick = await sitting()
  await quick.signOut()
  await new Promise((done) => setTimeout(done, 100))
  expect(kept.size).toBe(0)
})
test("a device that refuses to keep, or to be read, changes nothing but the time", async () => {
  const fail = async (): Promise<never> => Promise.reject(new Error("the device is full"))
  const vault = createVault({
    server: desk.url,
    fetch: desk.fetch,
    now: () => desk.now,
    wait: async () => undefined,
    words: testWords,
    programme,
    keepShelf: { get: fail, put: fail, drop: fail },
  })
  good(await vault.unlockWith(seedsOf(desk, 0)))
  expect(await listOf(vault)).toEqual(await truth())
  await vault.signOut()
})
test("once somebody who held the card key was removed, what was kept under it is read anew", async () => {
  await keptNow()
  good(await anna.removeMember(seedsOf(desk, 1).member))
  const at = "2026-11-24T06:00:00-07:00"
  good(
    await anna.actRegister("record-sighting", {
      sighting: randomId(),
      kind: "flight",
      at,
      place: "Mesa",
      confidence: "reported",
      people: [],
    }),
  )
  const vault = await sitting()
  expect(sent.at(-1)).toHaveLength(3)
  expect((await listOf(vault)).map((row) => row.title)).toEqual((await truth()).map((row) => row.title))
})
