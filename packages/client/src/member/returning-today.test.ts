// A device that comes back shows Today before it has read every clock: from what each card said last, and until when that holds. Whatever
// day it is by then, its Today is that of a device that read everything.
import { programme } from "@safe-conduct/russia-canada"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestDesk, openTestDesk, seedsOf, testWords } from "../testing/desk.ts"
import { good, openedDesk } from "../testing/family.ts"
import { createVault, type KeepShelf, type Vault } from "./index.ts"
import { momentText } from "./rows.ts"

const HOUR = 3_600_000
const DAY = 24 * HOUR
let desk: TestDesk
let begun: number
const kept = new Map<string, unknown>()
const shelf: KeepShelf = {
  get: async (name) => kept.get(name),
  put: async (name, value) => void kept.set(name, value),
  drop: async (name) => void kept.delete(name),
}

/** `behind`: whether what Today leaves out is read as well, and kept. */
async function sitting(keepShelf: KeepShelf | undefined, behind: boolean): Promise<Vault> {
  const vault = createVault({
    server: desk.url,
    fetch: desk.fetch,
    now: () => desk.now,
    wait: () => (behind ? Promise.resolve() : new Promise(() => undefined)),
    words: testWords,
    programme,
    keepShelf,
  })
  good(await vault.unlockWith(seedsOf(desk, 0)))
  return vault
}

/** People to whom something will happen, each on another day. */
beforeAll(async () => {
  desk = await openTestDesk()
  begun = desk.now
  const { anna } = await openedDesk(desk)
  const day = (days: number) => momentText(begun + days * DAY).slice(0, 10)
  const facility = { code: "LAWINCI", name: "Winn Correctional Center", state: "LA", timeZone: "America/Chicago" }
  const decided = { type: "ij.decision", form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" }
  const stories: readonly (readonly object[])[] = [
    [{ ...decided, on: day(-2) }],
    [{ ...decided, on: day(-20) }],
    [{ ...decided, on: day(-29) }],
    [{ ...decided, on: day(-40), appeal: "waived" }],
    [{ type: "hearing.scheduled", at: momentText(begun + 9 * DAY), kind: "child-custody" }],
    [{ type: "removal.scheduled", at: momentText(begun + 6 * DAY), confidence: "confirmed" }],
    [{ type: "third-country.notice", at: momentText(begun + 2 * DAY - 30 * HOUR), country: "Uganda" }],
    [{ type: "check-in.scheduled", at: momentText(begun + 16 * DAY) }],
    [],
  ]
  for (const [n, story] of stories.entries()) {
    const people = [{ names: [{ script: "latin" as const, surname: `Family ${n}` }] }]
    const { stream } = good(await anna.newCase({ people }))
    const person = good(await anna.openCase(stream)).people[0]?.person as string
    if (n % 2 === 0) good(await anna.act(stream, "record-custody", { person, facility, since: day(-3), how: "family" }))
    for (const event of story) await anna.act(stream, "record-event", { person, event })
  }
  await sitting(shelf, true)
  for (let tries = 0; kept.size === 0 && tries < 400; tries++) await new Promise((done) => setTimeout(done, 10))
})
afterAll(() => desk.close())

test("on whatever day it comes back", async () => {
  const levels: number[] = []
  const unread: number[] = []
  for (const hours of [0, 1, 7, 30, 54, 80, 101, 146, 170, 200, 250, 320, 400, 500, 640]) {
    desk.now = begun + hours * HOUR
    const keep = new Map(kept)
    const vault = await sitting({ ...shelf, drop: async () => undefined }, false)
    const back = await vault.today()
    const whole = await (await sitting(undefined, true)).today()
    // What rings later is told a moment later, when every clock has been read; that it is not yet, is said.
    expect([hours, { ...back, moments: [], unread: 0 }]).toEqual([hours, { ...whole, moments: [] }])
    expect([hours, whole.unread]).toEqual([hours, 0])
    unread.push(back.unread)
    await vault.list()
    expect([hours, await vault.today()]).toEqual([hours, whole])
    levels.push(whole.emergencies.length)
    kept.clear()
    for (const [name, value] of keep) kept.set(name, value)
  }
  // Whoever is urgent is read at once, and others are not: else no line about them has been tried.
  expect(Math.max(...unread)).toBeGreaterThan(0)
  expect(Math.max(...unread)).toBeLessThan(9)
  // They do come and go meanwhile, or this has shown nothing.
  expect(new Set(levels).size).toBeGreaterThan(2)
})
