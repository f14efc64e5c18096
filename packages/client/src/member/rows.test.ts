// Today is reckoned from cards; a card lists events as they were written down, and a look counts wherever it stands among them.
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type TestDesk, openTestDesk } from "../testing/desk.ts"
import { good, openedDesk } from "../testing/family.ts"
import { momentText } from "./rows.ts"
import type { Vault } from "./vault-port.ts"

const HOUR = 3_600_000
let desk: TestDesk
let anna: Vault

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna } = await openedDesk(desk))
})
afterAll(() => desk.close())

async function heldSomewhere(surname: string): Promise<{ readonly stream: string; readonly person: string }> {
  const { stream } = good(await anna.newCase({ people: [{ names: [{ script: "cyrillic", surname, given: "Павел" }] }] }))
  const person = good(await anna.openCase(stream)).people[0]?.person as string
  const facility = { code: "LAWINCI", name: "Winn Correctional Center", state: "LA", timeZone: "America/Chicago" }
  good(await anna.act(stream, "record-custody", { person, facility, since: "2026-09-01", how: "family" }))
  return { stream, person }
}

test("someone looked up an hour ago is not due again, someone never looked up is", async () => {
  const seen = await heldSomewhere("Виденный")
  await heldSomewhere("Забытый")
  good(
    await anna.act(seen.stream, "record-event", {
      person: seen.person,
      event: { type: "custody.confirmed", at: momentText(desk.now - HOUR), how: "locator" },
    }),
  )
  good(await anna.refresh())
  expect((await anna.today()).dueLooks.map((line) => line.name)).toEqual(["Забытый Павел"])
})

test("hours left are those to the end of a notice of another country, although nobody files there", async () => {
  const { stream, person } = await heldSomewhere("Уведомлённый")
  good(
    await anna.act(stream, "record-event", {
      person,
      event: { type: "third-country.notice", at: momentText(desk.now - 7 * HOUR), country: "Uganda" },
    }),
  )
  good(await anna.refresh())
  const row = (await anna.today()).emergencies.find((one) => one.stream === stream)
  expect(row).toMatchObject({ urgency: "E", hoursLeft: 17 })
})

describe("a flight that names someone of a case", () => {
  const leaves = () => momentText(desk.now + 20 * HOUR)
  const rowOf = async (stream: string) => (await anna.list()).find((row) => row.stream === stream)
  const sighted = async (of: { stream: string; person: string }, confidence: "rumoured" | "reported" | "confirmed"): Promise<string> => {
    const names = [{ text: "кто-то с нар напротив", case: of.stream, person: of.person }]
    return good(await anna.beginRoll({ kind: "flight", at: leaves(), place: "Mesa", confidence, names })).sighting
  }

  test("reported, gives its hours and says why, and leaves the level to the facts of the case", async () => {
    const of = await heldSomewhere("Названный")
    good(await anna.refresh())
    const before = await rowOf(of.stream)
    expect(before).toMatchObject({ hoursLeft: null, flight: null })
    await sighted(of, "rumoured")
    expect(await rowOf(of.stream)).toMatchObject({ hoursLeft: null, flight: null })
    await sighted(of, "reported")
    expect(await rowOf(of.stream)).toMatchObject({
      urgency: before?.urgency,
      triggers: before?.triggers,
      hoursLeft: 20,
      flight: { person: of.person, place: "Mesa", confidence: "reported" },
    })
    expect((await anna.today()).flightBar.some((line) => line.people.some((one) => one.stream === of.stream))).toBe(true)
  })
  test("confirmed, is an emergency; reconciled as still here, or seen after its hour, it is over", async () => {
    const of = await heldSomewhere("Подтверждённый")
    good(await anna.refresh())
    const sighting = await sighted(of, "confirmed")
    expect(await rowOf(of.stream)).toMatchObject({ urgency: "E", hoursLeft: 20 })
    expect((await rowOf(of.stream))?.triggers[0]).toBe("removal-within-72h")
    good(await anna.sayOfSeen(sighting, 0, { as: "aboard" }))
    expect(await rowOf(of.stream)).toMatchObject({ hoursLeft: 20 })
    good(await anna.sayOfSeen(sighting, 0, { as: "here" }))
    expect(await rowOf(of.stream)).toMatchObject({ urgency: "H", hoursLeft: null, flight: null })
    expect((await anna.today()).flightBar.some((line) => line.people.some((one) => one.stream === of.stream))).toBe(false)

    const other = await heldSomewhere("Увиденный")
    await sighted(other, "confirmed")
    desk.now += 22 * HOUR
    good(await anna.refresh())
    expect(await rowOf(other.stream)).toMatchObject({ urgency: "E", hoursLeft: 0 })
    const event = { type: "custody.confirmed", at: momentText(desk.now), how: "locator" }
    good(await anna.act(other.stream, "record-event", { person: other.person, event }))
    good(await anna.refresh())
    expect(await rowOf(other.stream)).toMatchObject({ urgency: "H", hoursLeft: null, flight: null })
  })
})
