// What a row says of the next date: the safe day while it stands, the last moment after it, and never a date where facts contradict.
import type { CaseRow } from "@safe-conduct/client/member"
import { words } from "@safe-conduct/words/desk/en.ts"
import { describe, expect, test } from "vitest"
import { leading, nextText, reasonsOf, whyOf } from "./facts.ts"

const at = (text: string): number => Date.parse(text)
const row = (next: object | null, people: readonly object[] = [{ clockRefused: null }]): CaseRow => ({ next, people }) as unknown as CaseRow
const petition = { rule: "US.PFR.30", nominal: "2026-11-27", hard: "2026-11-27", safeBy: "2026-11-25", status: "running" }
const said = (next: object | null, now: string, people?: readonly object[]): string =>
  nextText(words, "en", row(next, people), at(now), "UTC").text

describe("the next date", () => {
  test("one works to the safe day, to its end", () => {
    expect(said(petition, "2026-11-22T12:00:00Z")).toBe("Petition for review: Wed 25 Nov")
    expect(said(petition, "2026-11-25T23:00:00Z")).toBe("Petition for review: Wed 25 Nov")
  })
  test("when the safe day has passed, the last day is said and called so", () => {
    expect(said(petition, "2026-11-26T00:00:00Z")).toBe("Petition for review: until Fri 27 Nov")
  })
  test("a right that runs by the hour is shown with its hour", () => {
    const notice = {
      rule: "US.3C.NOTICE.6H",
      nominal: "2026-11-22T20:00:00-06:00",
      hard: "2026-11-22T20:00:00-06:00",
      safeBy: "2026-11-20",
      status: "running",
    }
    expect(said(notice, "2026-11-22T12:00:00Z")).toContain("until Mon 23 Nov, 02:00")
  })
  test("where the facts contradict one another no date is said", () => {
    expect(said(petition, "2026-11-22T12:00:00Z", [{ clockRefused: { error: "bad-dates" } }])).toBe(words.row.refusedClock)
  })
  test("a rule that this build has no word for is named by its own id", () => {
    expect(said({ ...petition, rule: "US.NEW.RULE" }, "2026-11-22T12:00:00Z")).toMatch(/^US\.NEW\.RULE: /)
  })
})

describe("the person whom a row is about", () => {
  const person = (name: string, level: string, more: object = {}) => ({
    cyrillic: name,
    outcome: null,
    lowered: null,
    clock: { urgency: { level } },
    ...more,
  })
  test("is the one in the gravest danger", () => {
    expect(leading(row(null, [person("child", "N"), person("father", "E")]))?.cyrillic).toBe("father")
  })
  test("is not the one who is already gone, nor the one whom two members lowered", () => {
    expect(leading(row(null, [person("gone", "E", { outcome: "removed" }), person("here", "H")]))?.cyrillic).toBe("here")
    expect(leading(row(null, [person("lowered", "E", { lowered: "H" }), person("urgent", "U")]))?.cyrillic).toBe("urgent")
  })
})

test("a reason that this build does not know is shown by its name, and what is not shown is counted", () => {
  expect(reasonsOf(words, ["detained", "brand-new-reason", "final-unstayed"])).toBe("detained; brand new reason +1")
})

test("a flight that may carry someone is the first reason, and the others are counted after it", () => {
  const flight = { person: "p", at: "2026-11-23T06:00:00-07:00", place: "Mesa", confidence: "reported" as const }
  expect(whyOf(words, { flight, triggers: ["detained", "final-unstayed"] })).toBe("may be aboard a reported flight; detained +1")
  expect(whyOf(words, { flight, triggers: [] })).toBe("may be aboard a reported flight")
  expect(whyOf(words, { flight: null, triggers: ["detained", "final-unstayed"] })).toBe("detained; final order without a stay")
})
