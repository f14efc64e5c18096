// For what somebody is woken, and for what nobody is.
import { alarmsAhead } from "@safe-conduct/domain/clock"
import { describe, expect, test } from "vitest"
import { law } from "./index.ts"

const now = "2027-05-12T15:00:00Z"
const week = 7 * 86_400_000

/** Each as "why hour", the hours by the clock of Chicago, five behind UTC in May. */
function woken(events: readonly unknown[], days = week): readonly string[] {
  const facts = { id: "u", asOf: now, timeZone: "America/Chicago", circuit: "5", courtState: "LA", events }
  return alarmsAhead(facts, law, Date.parse(now) + days).map(
    ({ at, why }) => `${why} ${new Date(at - 5 * 3_600_000).toISOString().slice(5, 16)}`,
  )
}

describe("somebody is woken", () => {
  test("on the safe day and on the last day of a filing, in the morning of the place", () => {
    const denied = { type: "ij.decision", on: "2027-04-14", form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" }
    // By the Board's clock, an hour ahead of Chicago; removal is stayed until that day too.
    expect(woken([denied])).toEqual(["deadline 05-13T07:00", "deadline 05-14T07:00", "stay-ends 05-14T08:00"])
    const filed = { type: "bia.appeal-filed", on: "2027-05-12" }
    expect(woken([denied, filed])).toEqual([])
  })
  test("two hours before a right that runs by the hour ends, and when it ends", () => {
    expect(woken([{ type: "third-country.notice", at: "2027-05-12T08:00:00-05:00", country: "XX", exigent: false }])).toEqual([
      "deadline 05-12T12:00",
      "deadline-passed 05-12T14:00",
      "deadline 05-13T06:00",
      "deadline-passed 05-13T08:00",
    ])
  })
  test("before a flight, at its hour, and two days before a stay ends", () => {
    expect(woken([{ type: "removal.scheduled", at: "2027-05-16T03:20:00-05:00", confidence: "reported" }])).toEqual([
      "flight 05-13T03:20",
      "flight 05-16T03:20",
    ])
    const stay = { type: "court.order", on: "2027-05-01", kind: "no-removal", until: "2027-05-17T17:00:00-05:00" }
    expect(woken([stay])).toEqual(["stay-ends 05-15T17:00", "stay-ends 05-17T17:00"])
  })
  test("the morning before a hearing or a check-in, and when it begins; a day without an hour begins at eight", () => {
    const events = [
      { type: "hearing.scheduled", at: "2027-05-14T13:00:00-05:00", kind: "individual" },
      { type: "check-in.scheduled", at: "2027-05-18" },
    ]
    expect(woken(events)).toEqual(["hearing 05-13T08:00", "hearing 05-14T13:00", "check-in 05-17T08:00", "check-in 05-18T08:00"])
  })
})

describe("nobody is woken", () => {
  test("because a level rises at midnight, or a look-up falls due", () => {
    expect(woken([{ type: "custody.detained", at: "2027-05-11", state: "LA" }], 30 * 86_400_000)).toEqual([])
  })
  test("for what lies beyond the days asked for, or is past", () => {
    expect(woken([{ type: "hearing.scheduled", at: "2027-05-30T13:00:00-05:00", kind: "master" }])).toEqual([])
    expect(woken([{ type: "hearing.scheduled", at: "2027-05-12T09:00:00-05:00", kind: "master" }])).toEqual([])
  })
})
