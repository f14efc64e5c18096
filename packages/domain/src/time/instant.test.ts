import * as fc from "fast-check"
import * as v from "valibot"
import { describe, expect, test } from "vitest"
import { DateOrInstant, InstantText, instantOf, parseInstant } from "./instant.ts"
import { localTimeOf } from "./local-time.ts"
import { plainDateOf } from "./plain-date.ts"
import { dateIn, dayIn, endOfDay, instantAt, isTimeZone, latestDateOnEarth, startOfDay, timeZoneOf, writeInstant } from "./zone.ts"

const chicago = timeZoneOf("America/Chicago")
const zones = [
  "America/New_York",
  "America/Chicago",
  "America/Phoenix",
  "America/St_Johns",
  "Europe/Moscow",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
].map(timeZoneOf)
const moments = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) }).map((ms) => instantOf(ms - (ms % 1000)))

describe("a moment", () => {
  test("needs its offset", () => {
    expect(parseInstant("2026-11-23T16:00:00")).toBeNull()
    expect(v.safeParse(InstantText, "2026-11-23T16:00").issues?.[0]?.message).toBe("instant-without-offset")
    expect(v.safeParse(DateOrInstant, "2026-11-23T16:00").issues?.[0]?.message).toBe("instant-without-offset")
    expect(v.safeParse(InstantText, "2026-11-23").issues?.[0]?.message).toBe("bad-instant")
    for (const text of ["2026-11-31T10:00:00Z", "2026-11-23T24:00:00Z", "2026-11-23T10:60:00Z", "2026-11-23T10:00:00+15:00"])
      expect(parseInstant(text)).toBeNull()
  })

  test("is read as the platform reads it", () => {
    for (const text of ["2026-11-23T16:00:00-06:00", "2026-11-23T16:00Z", "2026-07-01T00:00:00.5+05:45", "1999-12-31T23:59:59+14:00"])
      expect(parseInstant(text)).toBe(Date.parse(text))
  })

  test("written in any place and read again is the same moment", () => {
    fc.assert(fc.property(moments, fc.constantFrom(...zones), (at, zone) => parseInstant(writeInstant(at, zone)) === at))
  })

  test("falls on the day that the place's own clock shows", () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (at, zone) => {
        expect(dateIn(at, zone)).toBe(new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at))
        expect(startOfDay(dateIn(at, zone), zone)).toBeLessThanOrEqual(at)
        expect(endOfDay(dateIn(at, zone), zone)).toBeGreaterThan(at)
      }),
    )
  })

  test("no date has begun anywhere that is later than the latest on earth", () => {
    fc.assert(fc.property(moments, fc.constantFrom(...zones), (at, zone) => dateIn(at, zone) <= latestDateOnEarth(at)))
  })
})

describe("a wall clock", () => {
  test("that spring skips is read an hour later, one that autumn repeats the first time", () => {
    expect(writeInstant(instantAt(plainDateOf("2027-03-14"), localTimeOf("02:30"), chicago), chicago)).toBe("2027-03-14T03:30:00-05:00")
    expect(writeInstant(instantAt(plainDateOf("2026-11-01"), localTimeOf("01:30"), chicago), chicago)).toBe("2026-11-01T01:30:00-05:00")
  })

  test("a bare day stays the same day in every zone", () => {
    for (const zone of zones) expect(dayIn(plainDateOf("2026-11-23"), zone)).toBe("2026-11-23")
  })

  test("a zone is a place, never an offset or a guess", () => {
    for (const name of ["+05:00", "Mars/Base", "", "America", "America/Chicago; drop"]) expect(isTimeZone(name), name).toBe(false)
    expect(isTimeZone("America/Argentina/Buenos_Aires")).toBe(true)
  })
})
