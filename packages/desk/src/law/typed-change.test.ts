// A change of law as it is typed.
import { noDay, typedDay } from "@safe-conduct/ui/typed-day.ts"
import { describe, expect, test } from "vitest"
import { readChange, type Typed } from "./typed-change.ts"

const typed = (more: Partial<Typed>): Typed => ({
  what: "rule", rule: "US.PFR.30", status: "STAYED", source: "An order", verifiedOn: typedDay("2026-11-21"), from: noDay, to: noDay, place: { text: "" },
  staging: "yes", en: "", fr: "", ru: "", snippet: "", trigger: "cf-negative", steps: "", zone: "America/New_York", week: "",
  ...more,
}) // biome-ignore format: a form filled in
const read = (more: Partial<Typed>) =>
  readChange(typed(more), [
    { member: "a", name: "Anna" },
    { member: "b", name: "Борис" },
  ])
const known = { code: "EAZ", name: "Eloy", state: "AZ", staging: false, timeZone: "America/Phoenix" }

describe("what is typed becomes a change", () => {
  test("of a rule, with the days that were written and no others", () => {
    expect(read({})).toEqual({
      ok: true,
      change: { what: "rule", rule: "US.PFR.30", status: "STAYED", source: "An order", verifiedOn: "2026-11-21" },
    })
    expect(read({ to: typedDay("2026-12-01") })).toMatchObject({ change: { effectiveTo: "2026-12-01" } })
  })
  test("of a staging site of the list", () => {
    expect(read({ what: "staging", place: { text: "Eloy", known } })).toMatchObject({ change: { facility: "EAZ", staging: true } })
  })
  test("of a notice in three languages, or of its end", () => {
    expect(read({ what: "notice", en: "Closed", fr: "Fermé", ru: "Закрыто" })).toMatchObject({ change: { text: { ru: "Закрыто" } } })
    expect(read({ what: "notice" })).toMatchObject({ change: { text: null } })
  })
  test("of a playbook's steps and of the hours of duty, one a line", () => {
    expect(read({ what: "playbook", steps: "intake | 0,5 | Call | Appeler | Позвонить\n\n counsel|4|File|Déposer|Подать" })).toMatchObject({
      change: {
        steps: [
          { owner: "intake", withinHours: 0.5 },
          { owner: "counsel", words: { ru: "Подать" } },
        ],
      },
    })
    expect(read({ what: "duty-hours", week: "1 9:00-18:00 Anna, борис\n6 22:00 – 06:30 Борис" })).toMatchObject({
      change: {
        lines: [
          { day: 1, from: "09:00", until: "18:00", members: ["a", "b"] },
          { day: 6, from: "22:00", until: "06:30", members: ["b"] },
        ],
      },
    })
  })
})

test.each<[string, Partial<Typed>, string, number?]>([
  ["a source", { source: " " }, "source"],
  ["a day of reading", { verifiedOn: noDay }, "verifiedOn"],
  ["a day that is none", { from: typedDay("2026-02-31") }, "from"],
  ["a place of the list", { what: "staging", place: { text: "somewhere" } }, "place"],
  ["one of three languages", { what: "notice", en: "Closed", ru: "Закрыто" }, "fr"],
  ["a short name", { what: "snippet", en: "a", fr: "b", ru: "c", snippet: "имя" }, "snippet"],
  ["an owner", { what: "playbook", steps: "intake|1|a|b|c\nsomebody|1|a|b|c" }, "steps", 2],
  ["a member of this desk", { what: "duty-hours", week: "1 18:00-09:00 Anna\n2 09:00-18:00 Nobody" }, "week", 2],
])("what lacks %s is said of its field", (_, more, field, line) => {
  expect(read(more)).toEqual({ ok: false, field, ...(line === undefined ? {} : { line }) })
})
