// The first time on a device a large desk is used before all of it was read: what changed last stands on Today, which says how far it is;
// whatever rests on every case waits.
import { programme } from "@safe-conduct/russia-canada"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { openTestDesk, seedsOf, type TestDesk, testWords } from "../testing/desk.ts"
import { good, openedDesk } from "../testing/family.ts"
import { type Change, createVault, type Vault } from "./index.ts"

let desk: TestDesk
const streams: string[] = []

beforeAll(async () => {
  desk = await openTestDesk()
  const { anna } = await openedDesk(desk)
  for (const surname of ["Oldest", "Middle", "Newest"])
    streams.push(good(await anna.newCase({ people: [{ names: [{ script: "latin", surname }] }] })).stream)
})
afterAll(() => desk.close())

/** A vault to whom the server tells one card first, and the others only when `rest` has come. */
function slow(rest: Promise<void>, beginsEarly = true): Vault {
  const line = (async (path: string, init?: RequestInit) => {
    if (/\/newest\?limit=\d+&before=/.test(path)) await rest
    return desk.fetch(String(path).replace(/(newest\?limit)=\d+/, "$1=1"), init)
  }) as typeof fetch
  return createVault({ server: desk.url, fetch: line, now: () => desk.now, words: testWords, programme, beginsEarly })
}
const shown = async (vault: Vault): Promise<readonly string[]> => (await vault.today()).newSince.map((row) => row.title)

test("what changed last is there at once, and Today says that it is not all", async () => {
  const gate = Promise.withResolvers<void>()
  const vault = slow(gate.promise)
  const heard: Change["what"][] = []
  vault.on((change) => void heard.push(change.what))
  expect(good(await vault.unlockWith(seedsOf(desk, 0))).name).not.toBe("")
  expect((await vault.today()).soFar).toBe(1)
  expect((await vault.today()).reached).toBeNull()
  expect(good(await vault.openCase(streams[2] as string)).people[0]?.latin).toContain("Newest")

  let answered: readonly string[] = []
  const waits = Promise.all([
    vault.list().then((rows) => void (answered = [...answered, `list ${rows.length}`])),
    vault.search("Oldest").then((hits) => void (answered = [...answered, `search ${hits.length}`])),
    vault
      .act(streams[0] as string, "write-note", { kind: "note", text: "x" })
      .then((did) => void (answered = [...answered, `act ${did.ok}`])),
  ])
  await new Promise((done) => setTimeout(done, 50))
  expect(answered).toEqual([])
  heard.length = 0
  gate.resolve()
  await waits
  expect([...answered].sort()).toEqual(["act true", "list 3", "search 1"])
  expect((await vault.today()).soFar).toBeNull()
  expect((await vault.today()).reached).not.toBeNull()
  expect(heard).toContain("cards")
  expect((await vault.list()).map((row) => row.behind)).toEqual([false, false, false])
})

test("a line that breaks meanwhile: Today goes on to say that it is not all, until a later round has read the rest", async () => {
  const gate = Promise.withResolvers<void>()
  const vault = slow(gate.promise)
  good(await vault.unlockWith(seedsOf(desk, 0)))
  gate.reject(new TypeError("the line broke"))
  expect(await vault.list()).toHaveLength(1)
  expect((await vault.today()).soFar).toBe(1)
  good(await vault.refresh())
  expect(await vault.list()).toHaveLength(3)
  expect((await vault.today()).soFar).toBeNull()
})

test("where nobody waits before a screen, signing in answers when all of it was read", async () => {
  const gate = Promise.withResolvers<void>()
  const vault = slow(gate.promise, false)
  let entered = false
  const entering = vault.unlockWith(seedsOf(desk, 0)).then((who) => {
    entered = true
    return who
  })
  await new Promise((done) => setTimeout(done, 100))
  expect(entered).toBe(false)
  gate.resolve()
  good(await entering)
  expect((await vault.today()).soFar).toBeNull()
  expect(await shown(vault)).toHaveLength(3)
})

test("a card that changed while the others were being read is read as it is now", async () => {
  const gate = Promise.withResolvers<void>()
  const vault = slow(gate.promise)
  good(await vault.unlockWith(seedsOf(desk, 0)))
  const colleague = slow(Promise.resolve(), false)
  good(await colleague.unlockWith(seedsOf(desk, 1)))
  good(await colleague.act(streams[1] as string, "take-case", { owner: seedsOf(desk, 1).member }))
  gate.resolve()
  const rows = await vault.list()
  expect(rows).toHaveLength(3)
  expect(rows.find((row) => row.stream === streams[1])).toMatchObject({ owner: seedsOf(desk, 1).member, behind: false })
})

test("the rest is not asked for before somebody has her first answer; where nobody asks, it is read all the same", async () => {
  for (const looks of [true, false]) {
    let asked = 0
    const fetch = (async (path: string, init?: RequestInit) => {
      if (/\/newest\?limit=\d+&before=/.test(path)) asked++
      return desk.fetch(String(path).replace(/(newest\?limit)=\d+/, "$1=1"), init)
    }) as typeof globalThis.fetch
    const vault = createVault({ server: desk.url, fetch, now: () => desk.now, words: testWords, programme, beginsEarly: true })
    good(await vault.unlockWith(seedsOf(desk, 0)))
    await new Promise((done) => setTimeout(done, 200))
    expect(asked).toBe(0)
    if (looks) expect((await vault.today()).soFar).toBe(1)
    await vi.waitFor(() => expect(asked).toBeGreaterThan(0), { timeout: looks ? 500 : 3000 })
    expect(await vault.list()).toHaveLength(3)
  }
})
