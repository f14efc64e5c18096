import { describe, expect, test } from "vitest"
import { inOrder, type ProceedingEvent } from "../proceeding/index.ts"
import { type DateOrInstant, type InstantText, plainDateOf, timeZoneOf } from "../time/index.ts"
import { readCounsel, whoFiles } from "./counsel.ts"
import { threateningFlights } from "./flight.ts"

const zone = timeZoneOf("America/Phoenix")
const at = (text: string): DateOrInstant => text as InstantText
const flight = (when: string): ProceedingEvent => ({ type: "removal.scheduled", at: at(when), confidence: "reported" })
const left = (...events: ProceedingEvent[]): number => threateningFlights(inOrder(events), zone).length

describe("a reported flight", () => {
  const six = flight("2027-01-20T06:00:00-07:00")
  test("goes on threatening after its hour, until the person is seen", () => {
    expect(left(six)).toBe(1)
    expect(left(six, { type: "custody.confirmed", at: at("2027-01-20T05:59:00-07:00"), how: "locator" })).toBe(1)
    expect(left(six, { type: "custody.confirmed", at: at("2027-01-20T06:01:00-07:00"), how: "locator" })).toBe(0)
  })
  test("is not voided by a sight that is only said, nor by one that is dated the same day without an hour", () => {
    expect(left(six, { type: "custody.confirmed", at: at("2027-01-20T09:00:00-07:00"), how: "family", seen: false })).toBe(1)
    expect(left(six, { type: "custody.confirmed", at: plainDateOf("2027-01-20"), how: "locator" })).toBe(1)
    expect(left(six, { type: "custody.confirmed", at: plainDateOf("2027-01-21"), how: "locator" })).toBe(0)
  })
  test("called off takes the flight that was next, however many told of it, and no other", () => {
    const off: ProceedingEvent = { type: "removal.called-off", at: at("2027-01-19T22:00:00-07:00") }
    expect(left(six, flight("2027-01-20T06:30:00-07:00"), off)).toBe(0)
    expect(left(six, flight("2027-01-27T06:00:00-07:00"), off)).toBe(1)
    expect(left(six, { ...off, seen: false } as ProceedingEvent)).toBe(1)
  })
  test("ends with the removal itself", () => expect(left(six, { type: "removed", at: at("2027-01-20T06:10:00-07:00"), to: "RU" })).toBe(0))
})

describe("who files", () => {
  const counsel = (...events: ProceedingEvent[]): ReturnType<typeof readCounsel> => readCounsel(inOrder(events))
  const on = plainDateOf("2026-05-01")
  test("counsel for the trial alone files no petition", () => {
    const known = counsel({ type: "counsel.entered", on, for: "trial" })
    expect([whoFiles(known, "trial"), whoFiles(known, "appeal"), whoFiles(known, null)]).toEqual(["counsel", "nobody-known", null])
  })
  test("counsel who left one task keeps the others; one who is only said to be there is said so", () => {
    const known = counsel(
      { type: "counsel.entered", on, for: "all", seen: false },
      { type: "counsel.left", on: plainDateOf("2026-06-01"), for: "trial" },
    )
    expect([whoFiles(known, "trial"), whoFiles(known, "appeal")]).toEqual(["nobody-known", "counsel-said"])
  })
})
