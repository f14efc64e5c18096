// Today is reckoned from cards; a card lists events as they were written down, and a look counts wherever it stands among them.
import { afterAll, beforeAll, expect, test } from "vitest"
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
