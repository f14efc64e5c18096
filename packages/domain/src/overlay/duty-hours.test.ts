// Published hours.
import { expect, test } from "vitest"
import { type LocalTime, momentOf, type InstantText, instantOf, timeZoneOf, localTimeOf } from "../time/index.ts"
import { dutyAt } from "./duty-hours.ts"

const row = (day: number, from: string, until: string) => ({
  day,
  from: localTimeOf(from) as LocalTime,
  until: localTimeOf(until) as LocalTime,
})
const hours = { timeZone: timeZoneOf("America/New_York"), week: [1, 2, 3, 4, 5].map((day) => row(day, "09:00", "18:00")) }
const at = (text: string) => instantOf(momentOf(text as InstantText))

test("inside the hours it is open until they end", () => {
  expect(dutyAt(hours, at("2026-11-23T15:00:00Z"))).toEqual({ open: true, until: at("2026-11-23T23:00:00Z") })
})
test("outside them the next day that has hours is named", () => {
  expect(dutyAt(hours, at("2026-11-21T15:00:00Z"))).toEqual({ open: false, from: at("2026-11-23T14:00:00Z") })
  expect(dutyAt(hours, at("2026-11-23T23:00:00Z"))).toEqual({ open: false, from: at("2026-11-24T14:00:00Z") })
})
test("hours follow the clock of their place over the change of the clocks", () => {
  expect(dutyAt({ ...hours, week: [row(7, "09:00", "10:00")] }, at("2026-11-01T13:59:00Z"))).toEqual({
    open: false,
    from: at("2026-11-01T14:00:00Z"),
  })
  expect(dutyAt({ ...hours, week: [] }, at("2026-11-01T13:59:00Z"))).toEqual({ open: false, from: null })
})
