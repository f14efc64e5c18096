// A danger that stands: one member's look puts it below those nobody looked at, for three days at most; it counts as less only when two say so,
// and only until there is news.
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestDesk, openTestDesk } from "../testing/desk.ts"
import { good, openedDesk } from "../testing/family.ts"
import { momentText } from "./rows.ts"
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

/** A notice of another country: an emergency with its hours counted. */
async function notified(surname: string, hoursAgo: number): Promise<{ readonly stream: string; readonly person: string }> {
  const { stream } = good(await anna.newCase({ people: [{ names: [{ script: "cyrillic", surname, given: "Павел" }] }] }))
  const person = good(await anna.openCase(stream)).people[0]?.person as string
  const event = { type: "third-country.notice", at: momentText(desk.now - hoursAgo * HOUR), country: "Uganda", exigent: false }
  good(await anna.act(stream, "record-event", { person, event }))
  return { stream, person }
}
const emergencies = async (vault = anna) => {
  good(await vault.refresh())
  return (await vault.today()).emergencies.map(({ title }) => title.split(" ")[0])
}

test("looked at by one, it stands below what nobody looked at, however few hours it has; when the look is old it stands above again", async () => {
  const near = await notified("Ближний", 21)
  await notified("Дальний", 1)
  expect(await emergencies()).toEqual(["Ближний", "Дальний"])
  const look = (hours: number) =>
    anna.act(near.stream, "review-urgency", { person: near.person, reason: "counsel is there", until: desk.now + hours * HOUR })
  expect(await look(73)).toMatchObject({ ok: false, refusal: { error: "review-too-long" } })
  expect(await emergencies()).toEqual(["Ближний", "Дальний"])
  good(await look(1))
  expect(await emergencies()).toEqual(["Дальний", "Ближний"])
  desk.now += 2 * HOUR
  expect(await emergencies()).toEqual(["Ближний", "Дальний"])
})

test("one member alone lowers nothing; two do, until there is news", async () => {
  const of = await notified("Спорный", 1)
  const lowered = good(await anna.act(of.stream, "lower-urgency", { person: of.person, to: "H", reason: "the notice was withdrawn" }))
  expect(await emergencies()).toContain("Спорный")
  expect((await anna.today()).waitingSignatures).toMatchObject([{ kind: "lowering", mine: true }])
  const saw = good(await anna.openCase(of.stream)).head
  expect(await anna.approve(of.stream, lowered.hash, saw)).toMatchObject({ ok: false, refusal: { error: "same-member" } })
  good(await boris.refresh())
  good(await boris.approve(of.stream, lowered.hash, good(await boris.openCase(of.stream)).head))
  expect(await emergencies()).not.toContain("Спорный")
  const event = { type: "removal.scheduled", at: momentText(desk.now + 40 * HOUR), confidence: "reported" }
  good(await boris.act(of.stream, "record-event", { person: of.person, event }))
  expect(await emergencies()).toContain("Спорный")
})
