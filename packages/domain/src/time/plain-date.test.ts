import * as fc from "fast-check"
import * as v from "valibot"
import { describe, expect, test } from "vitest"
import {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  fromDayNumber,
  isPlainDate,
  PlainDate,
  plainDateOf,
  toDayNumber,
  weekdayOf,
} from "./plain-date.ts"

const anyDay = fc.integer({ min: toDayNumber(plainDateOf("1900-01-01")), max: toDayNumber(plainDateOf("2199-12-31")) })
const d = plainDateOf

describe("a calendar day", () => {
  test("agrees with the platform's own calendar on every day", () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const platform = new Date(number * 86_400_000)
        expect(fromDayNumber(number)).toBe(platform.toISOString().slice(0, 10))
        expect(toDayNumber(fromDayNumber(number))).toBe(number)
        expect(weekdayOf(fromDayNumber(number))).toBe(platform.getUTCDay())
      }),
      { numRuns: 2000 },
    )
  })

  test("that does not exist is refused", () => {
    for (const text of [
      "2026-02-29",
      "2100-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-04-31",
      "26-04-01",
      "2026-4-1",
      "2026-04-01T00:00",
      "",
      "1899-12-31",
    ])
      expect(isPlainDate(text), text).toBe(false)
    expect(isPlainDate("2028-02-29")).toBe(true)
    expect(v.safeParse(PlainDate, "2026-02-29").issues?.[0]?.message).toBe("bad-date")
  })

  test("a month later keeps the number of the day, or is the month's last", () => {
    expect(addMonths(d("2026-08-31"), 6)).toBe("2027-02-28")
    expect(addMonths(d("2026-08-28"), 6)).toBe("2027-02-28")
    expect(addMonths(d("2026-11-15"), 2)).toBe("2027-01-15")
    expect(addYears(d("2028-02-29"), 1)).toBe("2029-02-28")
    expect(addYears(d("2027-03-05"), 1)).toBe("2028-03-05")
  })

  test("days added and days between undo each other", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), fc.integer({ min: -1000, max: 1000 }), (number, days) => {
        const from = fromDayNumber(number)
        expect(daysBetween(from, addDays(from, days))).toBe(days)
      }),
    )
  })
})
