// What a client tells the server of the nights ahead: the order of duty, four alarms a day, and what comes between them.
import { memberKeys, signSession } from "@safe-conduct/sealing/seal"
import { type Alarm, type DutySpan, Alarms, Duty, type Id, fromHex } from "@safe-conduct/wire"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestDesk, openTestDesk, seedsOf } from "../testing/desk.ts"
import { asked, familyRequest, good, openedDesk } from "../testing/family.ts"
import { createApi } from "../api.ts"
import type { Vault } from "./index.ts"

let desk: TestDesk
let anna: Vault
let boris: Vault
const MINUTE = 60_000
const everyDay = (from: string, until: string, members: readonly string[]) =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from, until, members: [...members] }))

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
})
afterAll(() => desk.close())

/** What the server holds, read as any member may. */
const held = async (): Promise<{ readonly spans: readonly DutySpan[]; readonly alarms: readonly Alarm[] }> => {
  const { member: id, sign, open } = seedsOf(desk, 0)
  const member = id as Id
  const keys = await memberKeys(member, { sign: fromHex(sign), open: fromHex(open) })
  const api = createApi({ server: desk.url, fetch: desk.fetch })
  await api.signIn(async (challenge, origin) => ({
    subject: { kind: "member", member },
    challenge,
    origin,
    signature: await signSession(keys.signing, origin, desk.founding.desk as Id, member, challenge),
  }))
  return { ...good(await api.ask(Duty, "/api/duty")), ...good(await api.ask(Alarms, "/api/alarms")) }
}
const onDuty = async () => JSON.parse(await (await desk.fetch(`${desk.url}/duty.json`)).text())

test("nothing is told and nothing armed before the desk has a rota", async () => {
  good(await anna.refresh())
  expect(await held()).toEqual({ spans: [], alarms: [] })
  expect(await anna.today()).toMatchObject({ duty: { name: null, until: null } })
})

test("a week is told as spans of members in their order, at once; Today, the page and anybody hear who is there until when", async () => {
  const { mine } = good(await anna.duty())
  const { mine: his } = good(await boris.duty())
  good(await anna.setRota({ timeZone: "America/New_York", lines: everyDay("09:00", "21:00", [mine, his]) as never }))
  const { spans } = await held()
  // 12:05 in New York on the 22nd; its day ends at 02:00 UTC.
  const until = Date.UTC(2026, 10, 23, 2) / MINUTE
  expect(spans[0]).toEqual({ from: Date.UTC(2026, 10, 22, 17) / MINUTE, until, members: [mine, his] })
  expect(spans.length).toBeGreaterThan(12)
  expect(await onDuty()).toEqual({ until, from: null })
  expect((await anna.today()).duty).toMatchObject({ name: "Anna" })
  expect(good(await anna.duty()).now).toMatchObject({ until: until * MINUTE, members: [{ name: "Anna" }, { name: "Boris" }] })
  expect(good(await anna.duty()).spans.filter(({ members }) => members.length === 0)).not.toEqual([])
})

test("a swap is told too, and a client that looks in later changes nothing that is right", async () => {
  const { mine } = good(await boris.duty())
  const [from, until] = [Date.UTC(2026, 10, 22, 17), Date.UTC(2026, 10, 22, 19)]
  good(await boris.refresh())
  good(await boris.setDuty({ from, until, members: [mine] }))
  const before = (await held()).spans
  expect(before[0]).toEqual({ from: from / MINUTE, until: until / MINUTE, members: [mine] })
  desk.now += 11 * MINUTE
  good(await anna.refresh())
  expect((await held()).spans).toEqual(before)
})

test("four alarms a day stand whether or not anything is due, once however many look in, and all of one size", async () => {
  for (const vault of [anna, boris]) good(await vault.refresh())
  const { alarms } = await held()
  const hours = alarms.filter(({ every }) => every === 1440).map(({ at }) => (at / 60) % 24)
  // 08, 12, 16 and 20 o'clock in New York in November.
  expect(hours.sort((a, b) => a - b)).toEqual([1, 13, 17, 21])
  expect(new Set(alarms.map(({ sealed }) => sealed.length))).toEqual(new Set([344]))
  expect(JSON.stringify(alarms)).not.toContain("fixed")
})

test("a moment in the long hours of the night has an alarm of its own; one by day has none", async () => {
  const { ask } = await asked(desk, familyRequest)
  good(await anna.refresh())
  const { stream } = good(await anna.joinRequest(ask))
  const rows = await anna.list()
  const person = rows.find((row) => row.stream === stream)?.people[0]?.person as string
  const flight = (at: string) => ({ type: "removal.scheduled", at, confidence: "reported" })
  const record = async (event: object) => good(await anna.act(stream, "record-event", { person, event }))
  await record(flight("2026-11-25T03:20:00-05:00"))
  desk.now += 11 * MINUTE
  good(await anna.refresh())
  const own = async () => (await held()).alarms.filter(({ every }) => every === 0)
  const wakes = async () => (await anna.list()).find((one) => one.stream === stream)?.wakes
  expect(await wakes()).toEqual([Date.UTC(2026, 10, 25, 8, 20)])
  expect((await own()).map(({ at }) => at)).toEqual([Date.UTC(2026, 10, 25, 8, 15) / MINUTE])
  // Another one, an hour behind the fixed alarm of noon: that one says it, and the night behind it stays armed.
  await record(flight("2026-11-24T13:00:00-05:00"))
  desk.now += 11 * MINUTE
  good(await anna.refresh())
  expect(await wakes()).toEqual([Date.UTC(2026, 10, 24, 18)])
  expect((await own()).map(({ at }) => at)).toEqual([Date.UTC(2026, 10, 25, 8, 15) / MINUTE])
})

test("every moment of the days ahead is armed, not the next one alone; what is over is disarmed by whoever armed it", async () => {
  const [row] = (await anna.list()).filter(({ flight, wakes }) => flight === null && wakes.length > 0)
  const [stream, person] = [row?.stream as string, row?.people[0]?.person as string]
  const hearing = (at: string) =>
    anna.act(stream, "record-event", { person, event: { type: "hearing.scheduled", kind: "individual", at } }).then(good)
  await hearing("2026-11-26T06:30:00-05:00")
  await hearing("2026-11-28T03:00:00-05:00")
  desk.now += 11 * MINUTE
  good(await anna.refresh())
  const own = async () =>
    (await held()).alarms.filter(({ every }) => every === 0).map(({ at }) => new Date(at * MINUTE).toISOString().slice(5, 16))
  // The mornings before stand within the fixed alarm of eight.
  expect(await own()).toEqual(["11-25T08:15", "11-26T11:30", "11-28T08:00"])
  good(await anna.act(stream, "record-event", { person, event: { type: "removal.called-off", at: "2026-11-22T13:00:00-05:00" } }))
  good(await anna.act(stream, "record-event", { person, event: { type: "removal.called-off", at: "2026-11-22T13:01:00-05:00" } }))
  desk.now += 11 * MINUTE
  good(await anna.refresh())
  expect(await own()).toEqual(["11-26T11:30", "11-28T08:00"])
})
