// The law of the desk through the real server: two sign, every date is worked out anew, and the owner of each case is told until she read it.
import { isOpenDeadline } from "@safe-conduct/domain/clock"
import { lawWith } from "@safe-conduct/domain/overlay"
import { plainDateOf } from "@safe-conduct/domain/time"
import { law } from "@safe-conduct/russia-canada"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type TestDesk, openTestDesk } from "../testing/desk.ts"
import { good, openedDesk, vaultAt } from "../testing/family.ts"
import type { Vault } from "./index.ts"

let desk: TestDesk
let anna: Vault
let boris: Vault
let mine: string
let other: string
const dayMs = 86_400_000
const text = (millis: number): string => new Date(millis).toISOString().slice(0, 10)

const opened = async (surname: string, decided: boolean): Promise<string> => {
  const { stream } = good(await anna.newCase({ people: [{ names: [{ script: "cyrillic", surname }] }] }))
  const person = good(await anna.openCase(stream)).people[0]?.person as string
  if (decided) {
    const event = { type: "ij.decision", on: text(desk.now - 3 * dayMs), form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" }
    good(await anna.act(stream, "record-event", { person, event }))
  }
  return stream
}

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, boris } = await openedDesk(desk))
  mine = await opened("Сроков", true)
  other = await opened("Тихонов", false)
  good(await anna.act(mine, "take-case", { owner: (await anna.who())?.member }))
  // The law is changed long after both were opened.
  desk.now += 2 * dayMs
  good(await anna.refresh())
  good(await boris.refresh())
})
afterAll(() => desk.close())

const stayed = {
  what: "rule",
  rule: "US.BIA.APPEAL.30",
  status: "STAYED",
  source: "An invented order",
  verifiedOn: plainDateOf("2026-11-21"),
} as const
const dates = async (vault: Vault) =>
  good(await vault.openCase(mine)).people[0]?.clock.deadlines.filter((one) => one.rule === stayed.rule) ?? []

test("what one member proposes changes no date; the second signature does, and the owner is told until somebody read it", async () => {
  expect((await dates(anna)).length).toBe(1)
  good(await anna.actRegister("propose-law-change", { change: stayed, why: "Read today" }))
  const waiting = good(await anna.law()).waiting
  expect(waiting).toMatchObject([{ change: stayed, by: { mine: true }, refused: "same-member" }])
  expect((await dates(anna)).length).toBe(1)
  expect((await anna.today()).law).toEqual([])

  good(await boris.refresh())
  const seen = good(await boris.law())
  expect(seen.waiting[0]).toMatchObject({ by: { name: "Anna", mine: false }, refused: null })
  good(await boris.actRegister("approve-law-change", { entry: seen.waiting[0]?.entry, saw: seen.head }))
  expect(await dates(boris)).toEqual([])

  good(await anna.refresh())
  expect(await dates(anna)).toEqual([])
  const line = (await anna.today()).law[0]
  expect((await anna.today()).law.length).toBe(1)
  expect(line).toMatchObject({ stream: mine, mine: true, name: "Сроков", moved: [{ rule: stayed.rule, moved: "gone", now: null }] })
  expect(line?.changes).toMatchObject([{ rule: stayed.rule, status: "STAYED", by: "Anna", approvedBy: "Boris" }])
  expect((await boris.today()).law).toMatchObject([{ stream: mine, mine: false, ownerName: "Anna" }])

  good(await anna.actRegister("note-law-change", { case: mine, upTo: line?.upTo }))
  expect((await anna.today()).law).toEqual([])
  good(await boris.refresh())
  expect((await boris.today()).law).toEqual([])
})

test("the way back is another change by two, told anew; a case without open dates is never named", async () => {
  good(await boris.actRegister("propose-law-change", { change: { ...stayed, status: "IN_FORCE" }, why: "The stay was lifted" }))
  good(await anna.refresh())
  const entry = good(await anna.law()).waiting[0]?.entry
  good(await anna.actRegister("approve-law-change", { entry }))
  expect((await dates(anna)).length).toBe(1)
  const { law: lines } = await anna.today()
  expect(lines).toMatchObject([{ stream: mine, moved: [{ rule: stayed.rule, was: null, moved: "new" }] }])
  expect(lines.some((line) => line.stream === other)).toBe(false)
})

/** Signed by both: proposed by Anna, approved by Boris, read by both. */
const changed = async (rule: string, status: string): Promise<void> => {
  const change = { what: "rule", rule, status, source: "An invented order", verifiedOn: plainDateOf("2026-11-21") }
  good(await anna.actRegister("propose-law-change", { change, why: "Read today" }))
  good(await boris.refresh())
  const { waiting, head } = good(await boris.law())
  good(await boris.actRegister("approve-law-change", { entry: waiting.at(-1)?.entry, saw: head }))
  good(await anna.refresh())
}
const open = async (stream: string) =>
  new Map(
    good(await anna.openCase(stream)).people.flatMap(({ clock }) =>
      clock.deadlines.filter(isOpenDeadline).map(({ rule, hard }) => [rule, hard] as const),
    ),
  )

test("whatever a rule becomes, a date that goes or moves later is told to the owner of each case, and none does so in silence", async () => {
  const theirs = await opened("Второй", true)
  const hers = (await boris.who())?.member
  good(await anna.act(theirs, "take-case", { owner: hers }))
  desk.now += dayMs
  good(await anna.refresh())
  good(await boris.refresh())
  const seen = new Set<string>()
  for (const [rule, status] of [
    ["US.BIA.APPEAL.30", "ENJOINED"],
    ["US.BIA.APPEAL.10.IFR", "IN_FORCE"],
    ["US.BIA.APPEAL.30", "IN_FORCE"],
    ["US.BIA.APPEAL.10.IFR", "ENJOINED"],
    ["US.BIA.APPEAL.30", "REPEALED"],
    ["US.BIA.APPEAL.30", "IN_FORCE"],
  ] as const) {
    const before = new Map([
      [mine, await open(mine)],
      [theirs, await open(theirs)],
    ])
    await changed(rule, status)
    const said = (await anna.today()).law
    for (const [stream, was] of before) {
      const now = await open(stream)
      const line = said.find((one) => one.stream === stream)
      for (const [one, hard] of was) {
        const after = now.get(one)
        if (after === hard) continue
        const move = line?.moved.findLast((moved) => moved.rule === one)
        seen.add(after === undefined ? "gone" : after > hard ? "later" : "earlier")
        expect(move, `${one} by ${rule} ${status}`).toMatchObject({ was: hard, now: after ?? null })
      }
      if (line !== undefined) {
        expect(line.ownerName).toBe(stream === mine ? "Anna" : "Boris")
        good(await anna.actRegister("note-law-change", { case: stream, upTo: line.upTo }))
      }
    }
  }
  expect(seen).toContain("gone")
})

test("a member who signs in later works by the same law", async () => {
  const again = vaultAt(desk)
  good(await again.unlockWith(desk.founding.founders[1]?.seeds as never))
  const { overlay, signed } = good(await again.law())
  expect(signed.length).toBe(8)
  expect(lawWith(law, overlay).rules.find((one) => one.id === stayed.rule)).toMatchObject({ status: "IN_FORCE", source: stayed.source })
  await again.signOut()
})
