// Forty names over a bad line: whoever is ours is offered first, nobody is told more than was known, and nobody twice.
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type TestDesk, openTestDesk } from "../testing/desk.ts"
import { asked, familyRequest, good, openedDesk } from "../testing/family.ts"
import type { RollCall, Vault } from "./index.ts"

const texts = { en: "We were told.", fr: "On nous a dit.", ru: "Нам передали." }
let desk: TestDesk
let anna: Vault
let boris: Vault
let family: string
let ask: string
let list: string

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
  ask = (await asked(desk, familyRequest)).ask
  good(await anna.refresh())
  family = good(await anna.joinRequest(ask)).stream
  for (let n = 0; n < 30; n++)
    good(
      await anna.newCase({
        people: [{ names: [{ script: "cyrillic", surname: `Неведов${"абвгд"[n % 5]}`, given: "Роман" }], relation: "principal" }],
      }),
    )
  good(await boris.refresh())
}, 240_000)
afterAll(() => desk.close())

const only = async (vault: Vault): Promise<RollCall> => {
  const [first] = await vault.rollCalls()
  if (first === undefined) throw new Error("there is no roll call")
  return first
}

describe("a roll call", () => {
  test("offers whoever may be meant, with the reason, and nobody for words that name nobody", async () => {
    const [his, nobody] = await anna.suggestFor(["Тестовский из Винфилда", "двое братьев из Казани"], "Mesa")
    expect(his?.[0]).toMatchObject({ stream: family })
    expect(his?.[0]?.reasons).toContain("surname")
    expect(nobody).toEqual([])
  })

  test("tells each mailbox once, in its asker's language, and both members see whom", async () => {
    const row = (await anna.list()).find(({ stream }) => stream === family)
    const person = row?.people[0]?.person ?? ""
    const names = [{ text: "Саша", case: family, person }, { text: "Цырен" }]
    const begun = { kind: "flight", at: "2026-11-24", place: "Mesa", confidence: "rumoured", source: "он звонил", names } as const
    list = good(await anna.beginRoll(begun)).sighting
    good(await anna.sayOfSeen(list, 0, { as: "aboard" }))
    const call = await only(anna)
    expect(call.lines.map(({ as, who }) => [as, who?.stream ?? null])).toEqual([
      ["aboard", family],
      ["unknown", null],
    ])
    expect(call.lines[0]?.who?.mailboxes).toMatchObject([{ ask, told: null }])
    const to = [
      { index: 0, ask },
      { index: 0, ask },
    ]
    expect(good(await anna.tellSeen(list, { sentence: "rumoured", to, texts }))).toEqual({ told: 1, failed: [] })
    good(await boris.refresh())
    expect((await only(boris)).lines[0]?.who?.mailboxes[0]?.told).toMatchObject({ sentence: "rumoured" })
    const opened = good(await boris.openRequest(ask))
    expect(opened.messages.filter(({ text }) => text === texts.ru)).toHaveLength(1)
  })

  test("tells a mailbox whose words were overheard in a fixed phrase, in which nobody and no place is named", async () => {
    good(await anna.act(family, "mark-spoken", { ask }))
    const names = [{ text: "Саша", case: family, person: (await only(anna)).lines[0]?.who?.person }]
    const begun = { kind: "flight", at: "2026-11-25", place: "Mesa", confidence: "confirmed", names } as const
    const { sighting } = good(await anna.beginRoll(begun))
    const to = [{ index: 0, ask }]
    expect(good(await anna.tellSeen(sighting, { sentence: "confirmed", to, texts }))).toEqual({ told: 1, failed: [] })
    const { state } = good(await anna.openCase(family))
    expect(state.answers.at(-1)).toMatchObject({ ask, phrase: "flight-confirmed", text: "" })
    good(await boris.refresh())
    expect((await only(boris)).lines[0]?.who?.mailboxes[0]?.told).toMatchObject({ sentence: "confirmed" })
  })

  test("names the mailbox that could not be told", async () => {
    const lost = `${"q".repeat(25)}a`
    const done = good(await anna.tellSeen(list, { sentence: "reported", to: [{ index: 1, ask: lost }], texts }))
    expect(done).toMatchObject({ told: 0, failed: [{ ask: lost }] })
    expect((await anna.rollCalls()).find((one) => one.sighting === list)?.lines[1]?.who).toBeNull()
  })
})
