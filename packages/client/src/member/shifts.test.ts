// The end of a shift reaches whoever comes next, and "new" is counted from one's own going home.
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestDesk, openTestDesk } from "../testing/desk.ts"
import { good, openedDesk } from "../testing/family.ts"
import type { Vault } from "./vault-port.ts"

const HOUR = 3_600_000
let desk: TestDesk
let anna: Vault
let boris: Vault

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
})
afterAll(() => desk.close())

const fresh = async (vault: Vault) => (await vault.today()).newSince.map(({ title }) => title)
const opened = async (title: string) => good(await anna.newCase({ title, people: [] }))

test("the paragraph stands on top until somebody takes over, and then says who did", async () => {
  good(await anna.actRegister("leave-shift", { shift: "night", text: "Two at Winn were told to pack." }))
  expect((await anna.today()).shifts).toMatchObject([{ mine: true, text: "Two at Winn were told to pack.", taken: null }])
  desk.now += HOUR
  good(await boris.refresh())
  expect((await boris.today()).shifts).toMatchObject([{ shift: "night", name: "Anna", mine: false, taken: null }])
  good(await boris.actRegister("take-shift", { shift: "night" }))
  expect((await boris.today()).shiftBegan).toBe(desk.now)
  good(await anna.refresh())
  expect((await anna.today()).shifts).toMatchObject([{ taken: { name: "Boris", at: desk.now } }])
  const late = await anna.actRegister("take-shift", { shift: "night" })
  expect(late).toMatchObject({ ok: false, refusal: { error: "shift-taken" } })
})

test("a taken shift leaves the page after half a day, one that nobody took stays for a week", async () => {
  good(await boris.actRegister("leave-shift", { shift: "day", text: "Quiet." }))
  desk.now += 13 * HOUR
  good(await anna.refresh())
  expect((await anna.today()).shifts.map(({ shift }) => shift)).toEqual(["day"])
  desk.now += 7 * 24 * HOUR
  expect((await anna.today()).shifts).toEqual([])
})

test("new is what changed since I went home, however long I was away within a week", async () => {
  await opened("Before I left")
  desk.now += 2 * HOUR
  good(await anna.actRegister("leave-shift", { shift: "evening", text: "Quiet." }))
  desk.now += 20 * HOUR
  await opened("While I was away")
  desk.now += 20 * HOUR
  good(await anna.refresh())
  expect(await fresh(anna)).toEqual(["While I was away"])
  // Boris went home a week before: he is told of both.
  good(await boris.refresh())
  expect((await fresh(boris)).sort()).toEqual(["Before I left", "While I was away"])
})
