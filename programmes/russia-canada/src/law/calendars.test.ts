// The shipped calendars against lists written out by hand, year by year.
import { fromDayNumber, holidaysOf, isOpen, plainDateOf, rollForward } from "@safe-conduct/domain/time"
import { describe, expect, test } from "vitest"
import { calendars } from "./calendars.ts"

const days = (calendar: Parameters<typeof holidaysOf>[0], year: number): readonly string[] =>
  [...holidaysOf(calendar, year).keys()].sort((a, b) => a - b).map(fromDayNumber)

describe("US federal holidays", () => {
  test("2026: Independence Day is kept on the Friday", () => {
    expect(days(calendars.usFederal, 2026)).toEqual(
      ["01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "10-12", "11-11", "11-26", "12-25"].map((day) => `2026-${day}`),
    )
  })
  test("2027: three days move, and the next New Year is kept in December", () => {
    expect(days(calendars.usFederal, 2027)).toEqual(
      ["01-01", "01-18", "02-15", "05-31", "06-18", "07-05", "09-06", "10-11", "11-11", "11-25", "12-24", "12-31"].map(
        (day) => `2027-${day}`,
      ),
    )
  })
  test("2028: no day of its own for the New Year that went before", () => {
    expect(days(calendars.usFederal, 2028)).toEqual(
      ["01-17", "02-21", "05-29", "06-19", "07-04", "09-04", "10-09", "11-10", "11-23", "12-25"].map((day) => `2028-${day}`),
    )
  })
  test("Juneteenth begins in 2021; Inauguration Day closes nothing", () => {
    expect(isOpen(calendars.usFederal, plainDateOf("2020-06-19"))).toBe(true)
    expect(isOpen(calendars.usFederal, plainDateOf("2021-06-18"))).toBe(false)
    expect(isOpen(calendars.usFederal, plainDateOf("2029-01-20"))).toBe(false)
    expect(isOpen(calendars.usFederal, plainDateOf("2021-01-20"))).toBe(true)
  })
})

describe("Canada's holidays", () => {
  test("2026", () => {
    expect(days(calendars.canada, 2026)).toEqual(
      ["01-01", "04-03", "04-06", "05-18", "07-01", "09-07", "09-30", "10-12", "11-11", "12-25"].map((day) => `2026-${day}`),
    )
  })
  test("Sunday is a holiday and Saturday is not", () => {
    expect(isOpen(calendars.canada, plainDateOf("2026-08-08"))).toBe(true)
    expect(isOpen(calendars.canada, plainDateOf("2026-08-09"))).toBe(false)
  })
  test("Canada Day on a Sunday is kept on the Monday; other days stay on their weekend", () => {
    expect(rollForward([calendars.canada], plainDateOf("2029-07-01"))).toBe("2029-07-03")
    expect(rollForward([calendars.canada], plainDateOf("2027-12-25"))).toBe("2027-12-27")
    expect(rollForward([calendars.canada], plainDateOf("2027-12-24"))).toBe("2027-12-24")
  })
})

test("a state's days are the state's alone", () => {
  expect(isOpen(calendars.states.LA as never, plainDateOf("2027-02-09"))).toBe(false)
  expect(isOpen(calendars.states.DC as never, plainDateOf("2027-04-16"))).toBe(false)
  expect(isOpen(calendars.usFederal, plainDateOf("2027-02-09"))).toBe(true)
})
