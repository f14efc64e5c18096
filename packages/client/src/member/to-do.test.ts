// What is to be done stands on Today by itself: tasks with whoever does them, waits that are over, people nobody has heard of.
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type TestDesk, openTestDesk } from "../testing/desk.ts"
import { good, openedDesk } from "../testing/family.ts"
import { momentText } from "./rows.ts"
import type { Vault } from "./vault-port.ts"

const HOUR = 3_600_000
const DAY = 24 * HOUR
let desk: TestDesk
let anna: Vault
let boris: Vault

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
})
afterAll(() => desk.close())

const place = { facility: { code: "LAWINCI", name: "Winn Correctional Center", state: "LA", timeZone: "America/Chicago" } }
async function held(surname: string): Promise<{ readonly stream: string; readonly person: string }> {
  const { stream } = good(await anna.newCase({ people: [{ names: [{ script: "cyrillic", surname, given: "Павел" }] }] }))
  const person = good(await anna.openCase(stream)).people[0]?.person as string
  good(await anna.act(stream, "record-custody", { person, ...place, since: "2026-09-01", how: "family" }))
  return { stream, person }
}
const lines = async (vault: Vault, stream: string) => {
  good(await vault.refresh())
  return (await vault.today()).toDo.filter((line) => line.stream === stream)
}

test("a task is taken, handed on, done, and undone, and each of them sees whose it is", async () => {
  const { stream } = await held("Заданный")
  good(await anna.act(stream, "add-task", { task: "ring", text: "Ring counsel about the petition", due: "2026-11-24" }))
  expect(await lines(boris, stream)).toMatchObject([
    { kind: "task", text: "Ring counsel about the petition", doer: null, mine: false, late: false },
  ])
  const me = good(await boris.duty()).mine
  good(await boris.act(stream, "pass-task", { task: "ring", for: me }))
  expect(await lines(boris, stream)).toMatchObject([{ mine: true }])
  expect(await lines(anna, stream)).toMatchObject([{ mine: false, doerName: "Boris" }])
  good(await anna.act(stream, "finish-task", { task: "ring" }))
  expect(await lines(anna, stream)).toEqual([])
  const done = good(await anna.openCase(stream)).state.tasksDone[0]?.made.seq as number
  good(await anna.strike(stream, done, "nobody answered"))
  desk.now += 3 * DAY
  expect(await lines(anna, stream)).toMatchObject([{ kind: "task", late: true }])
})

test("a spoken consent that one member took alone waits for anybody else, is late after a day, and is gone once she has confirmed it", async () => {
  const { stream, person } = await held("Согласный")
  const consent = { person, scope: "CONTACT_COUNSEL", givenBy: { who: "person" }, how: "oral", version: 1, language: "ru", at: desk.now }
  good(await anna.act(stream, "give-consent", { id: "by-phone", consent }))
  good(await anna.act(stream, "hold", { until: momentText(desk.now + 5 * DAY), why: "Nothing before the weekend" }))
  const due = { kind: "second-ears", name: "Согласный Павел", doer: null, late: false }
  expect(await lines(anna, stream)).toMatchObject([{ ...due, mine: false }])
  expect(await lines(boris, stream)).toMatchObject([{ ...due, mine: true }])
  desk.now += DAY
  expect(await lines(boris, stream)).toMatchObject([{ ...due, mine: true, late: true }])
  expect(await anna.act(stream, "confirm-consent", { consent: "by-phone" })).toMatchObject({ refusal: { error: "consent-heard-by-you" } })
  good(await boris.act(stream, "confirm-consent", { consent: "by-phone" }))
  expect(await lines(anna, stream)).toEqual([])
})

describe("nobody has reached this person", () => {
  test("for a week: said on the row and among the tasks, until somebody does; a list that shows him is not enough", async () => {
    const { stream, person } = await held("Молчащий")
    desk.now += 6 * DAY + 23 * HOUR
    expect(await lines(anna, stream)).toEqual([])
    desk.now += 2 * HOUR
    const confirm = (how: string) =>
      anna.act(stream, "record-event", { person, event: { type: "custody.confirmed", at: momentText(desk.now - HOUR), how } })
    good(await confirm("locator"))
    expect(await lines(anna, stream)).toMatchObject([{ kind: "unreached", days: 7, name: "Молчащий Павел" }])
    expect((await anna.list()).find((row) => row.stream === stream)?.people[0]?.unreached).toBe(7)
    good(await confirm("call"))
    expect(await lines(anna, stream)).toEqual([])
  })

  test("whoever is free can be rung, and is not counted", async () => {
    const { stream, person } = await held("Свободный")
    good(await anna.act(stream, "record-custody", { person, where: "free", since: "2026-11-20", how: "family" }))
    desk.now += 30 * DAY
    expect(await lines(anna, stream)).toEqual([])
  })

  test("while the case waits it is quiet; the day itself wakes it, and says so", async () => {
    const { stream } = await held("Ждущий")
    desk.now += 8 * DAY
    expect((await lines(anna, stream)).map(({ kind }) => kind)).toEqual(["unreached"])
    good(await anna.act(stream, "hold", { until: momentText(desk.now + 5 * DAY), why: "the lawyer sees him on Friday" }))
    expect(await lines(anna, stream)).toEqual([])
    desk.now += 5 * DAY + HOUR
    expect((await lines(anna, stream)).map(({ kind }) => kind).sort()).toEqual(["unreached", "waited"])
    good(await anna.act(stream, "hold", { until: null, why: "read" }))
    expect((await lines(anna, stream)).map(({ kind }) => kind)).toEqual(["unreached"])
  })
})
