import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addOpenDays, type Calendar, easterSunday, holidaysOf, isOpen, lastOpenBefore, rollForward } from "./calendar.ts"
import { fromDayNumber, plainDateOf, toDayNumber } from "./plain-date.ts"

const d = plainDateOf
/** An invented office, closed on weekends, at New Year, on the last Monday of May and the Tuesday after November's first Monday. */
const office: Calendar = {
  id: "OFFICE",
  closed: [0, 6],
  holidays: [
    { name: "New Year", day: { kind: "fixed", month: 1, day: 1 }, observed: "nearest" },
    { name: "May", day: { kind: "nth", month: 5, weekday: 1, nth: -1 } },
    { name: "Vote", day: { kind: "nth", month: 11, weekday: 1, nth: 1, plus: 1 }, years: "even" },
    { name: "Late", day: { kind: "fixed", month: 6, day: 19 }, observed: "nearest", fromYear: 2021 },
  ],
}

describe("a calendar", () => {
  test("finds Easter in known years", () => {
    const known = [
      "2024-03-31",
      "2025-04-20",
      "2026-04-05",
      "2027-03-28",
      "2028-04-16",
      "2029-04-01",
      "2030-04-21",
      "2031-04-13",
      "2038-04-25",
    ]
    expect(known.map((date) => fromDayNumber(easterSunday(Number(date.slice(0, 4)))))).toEqual(known)
  })

  test("keeps a New Year that meets a Saturday in the old year", () => {
    expect(isOpen(office, d("2027-12-31"))).toBe(false)
    expect(holidaysOf(office, 2028).has(toDayNumber(d("2028-01-01")))).toBe(false)
    expect(isOpen(office, d("2026-12-31"))).toBe(true)
  })

  test("places the last and the nth weekday, and the day after it", () => {
    expect(isOpen(office, d("2026-05-25"))).toBe(false)
    expect(isOpen(office, d("2027-05-31"))).toBe(false)
    expect(isOpen(office, d("2026-11-03"))).toBe(false)
    expect(isOpen(office, d("2027-11-02"))).toBe(true)
  })

  test("knows from which year a day is kept", () => {
    expect(isOpen(office, d("2020-06-19"))).toBe(true)
    expect(isOpen(office, d("2023-06-19"))).toBe(false)
  })

  test("rolls to the first open day and never past one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 40_000 }), (number) => {
        const from = fromDayNumber(number)
        const to = rollForward([office], from)
        expect(isOpen(office, to)).toBe(true)
        for (let day = number; day < toDayNumber(to); day++) expect(isOpen(office, fromDayNumber(day))).toBe(false)
      }),
    )
  })

  test("the last open day before is before, open, and nothing open lies between", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 40_000 }), (number) => {
        const before = lastOpenBefore(office, fromDayNumber(number))
        expect(isOpen(office, before)).toBe(true)
        for (let day = toDayNumber(before) + 1; day < number; day++) expect(isOpen(office, fromDayNumber(day))).toBe(false)
      }),
    )
  })

  test("counts open days without the day it starts from", () => {
    expect(addOpenDays(office, d("2027-05-28"), 1)).toBe("2027-06-01")
    expect(addOpenDays(office, d("2027-05-29"), 5)).toBe("2027-06-07")
  })
})
