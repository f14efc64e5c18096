import { describe, expect, test } from "vitest"
import { addDays, dateIn, instantOf, type PlainDate, plainDateOf, timeZoneOf } from "../time/index.ts"
import { type AppealWindow, readDecisions } from "./decision.ts"
import { readStage, readTravelDocument } from "./docket.ts"
import type { ProceedingEvent } from "./event.ts"
import { inOrder } from "./facts.ts"
import { readFinalOrders, standingOrder } from "./final-order.ts"
import { barsOneCountryOnly, readProtection } from "./protection.ts"
import { readStays } from "./stay.ts"

const d = plainDateOf
const zone = timeZoneOf("America/New_York")
/** A plain thirty days; how a day rolls is proved elsewhere. */
const window = (on: PlainDate): AppealWindow => ({ nominal: addDays(on, 30), hard: addDays(on, 30) })

function look(asOf: string, ...given: ProceedingEvent[]) {
  const events = inOrder(given)
  const at = instantOf(Date.parse(asOf))
  const today = dateIn(at, zone)
  const decisions = readDecisions(events)
  const orders = readFinalOrders(events, decisions, { window, departureDays: 60, today })
  return {
    order: standingOrder(orders),
    stay: readStays(events, decisions, { window, asOf: at, zone, today })[0]?.basis ?? null,
    stage: readStage(events, decisions, orders),
    protection: readProtection(decisions),
    events,
  }
}

const denied = (on: string, more: object = {}): ProceedingEvent => ({
  type: "ij.decision",
  on: d(on),
  form: "oral",
  outcome: "DENIED_REMOVAL",
  appeal: "reserved",
  ...more,
})
const received = (on: string, more: object = {}): ProceedingEvent => ({ type: "bia.appeal-received", on: d(on), ...more })
const dismissed = (on: string, more: object = {}): ProceedingEvent => ({ type: "bia.decision", on: d(on), outcome: "dismissed", ...more })

describe("what holds removal back", () => {
  test("the time to appeal, then a pending appeal, and nothing after the Board dismissed it", () => {
    expect(look("2026-06-20T12:00:00Z", denied("2026-06-01"))).toMatchObject({ stay: "appeal-window", order: null, stage: "appeal-window" })
    expect(look("2026-09-20T12:00:00Z", denied("2026-06-01"), received("2026-06-25"))).toMatchObject({
      stay: "appeal-pending",
      order: null,
      stage: "before-board",
    })
    const after = look("2026-10-20T12:00:00Z", denied("2026-06-01"), received("2026-06-25"), dismissed("2026-10-01"))
    expect(after).toMatchObject({ stay: null, order: { since: "2026-10-01", basis: "board-dismissed" }, stage: "final" })
  })

  test("a waiver ends both the time to appeal and its stay", () => {
    expect(look("2026-06-20T12:00:00Z", denied("2026-06-01", { appeal: "waived" }))).toMatchObject({
      stay: null,
      order: { since: "2026-06-01", basis: "waived" },
    })
  })

  test("an appeal that came too late, or is only said, holds nothing back", () => {
    expect(look("2026-07-20T12:00:00Z", denied("2026-06-01"), received("2026-07-02"))).toMatchObject({
      stay: null,
      order: { since: "2026-07-01", basis: "lapsed" },
    })
    expect(look("2026-07-20T12:00:00Z", denied("2026-06-01"), received("2026-06-20", { seen: false }))).toMatchObject({
      stay: null,
      order: { basis: "lapsed" },
    })
  })

  test("a petition, a habeas, an I-246 and a motion to reopen are requests", () => {
    const asked: ProceedingEvent[] = [
      { type: "court.petition-filed", on: d("2026-10-05") },
      { type: "habeas.filed", on: d("2026-10-05") },
      { type: "admin-stay.requested", on: d("2026-10-05") },
      { type: "motion.filed", on: d("2026-10-05"), kind: "reopen" },
    ]
    expect(look("2026-10-20T12:00:00Z", dismissed("2026-10-01"), ...asked).stay).toBeNull()
  })

  test("a court's stay ends with its final order, with its end, with a denial, and with its until", () => {
    const stayed: ProceedingEvent = { type: "court.stay-ordered", on: d("2026-10-05") }
    expect(look("2026-10-20T12:00:00Z", dismissed("2026-10-01"), stayed).stay).toBe("court-stay")
    const ends: ProceedingEvent[] = [
      { type: "court.final-order", on: d("2026-10-10"), stayedRemoval: true },
      { type: "court.stay-ended", on: d("2026-10-10"), seen: false },
      { type: "court.stay-denied", on: d("2026-10-10") },
    ]
    for (const end of ends) expect(look("2026-10-20T12:00:00Z", dismissed("2026-10-01"), stayed, end).stay).toBeNull()
    const until: ProceedingEvent = { type: "court.order", on: d("2026-10-05"), kind: "no-removal", until: d("2026-10-20") }
    expect(look("2026-10-20T12:00:00Z", dismissed("2026-10-01"), until).stay).toBe("court-order")
    expect(look("2026-10-21T12:00:00Z", dismissed("2026-10-01"), until).stay).toBeNull()
  })

  test("an order against a transfer holds no removal back", () => {
    expect(
      look("2026-10-20T12:00:00Z", dismissed("2026-10-01"), { type: "court.order", on: d("2026-10-05"), kind: "no-transfer" }).stay,
    ).toBeNull()
  })

  test("a motion to rescind an in absentia order does, and only for such an order", () => {
    const motion: ProceedingEvent = { type: "motion.filed", on: d("2026-10-05"), kind: "rescind-in-absentia" }
    expect(look("2026-10-20T12:00:00Z", denied("2026-10-01", { outcome: "IN_ABSENTIA" }), motion)).toMatchObject({
      stay: "rescission-motion",
      order: { since: "2026-10-01" },
    })
    expect(look("2026-10-20T12:00:00Z", dismissed("2026-10-01"), motion).stay).toBeNull()
  })
})

describe("what is final", () => {
  test("a copy in the post starts nothing anew; a decision after a remand does", () => {
    const copy = denied("2026-06-10", { form: "written" })
    expect(look("2026-07-05T12:00:00Z", denied("2026-06-01"), copy).order).toMatchObject({ since: "2026-07-01" })
    const remanded: ProceedingEvent = { type: "bia.decision", on: d("2026-08-01"), outcome: "remanded" }
    const again = look("2026-09-05T12:00:00Z", denied("2026-06-01"), received("2026-06-10"), remanded, denied("2026-09-01"))
    expect(again).toMatchObject({ order: null, stay: "appeal-window" })
  })

  test("a remand ends a final order, and one that is only said does not", () => {
    const remand = (more: object = {}): ProceedingEvent => ({ type: "bia.decision", on: d("2026-11-01"), outcome: "remanded", ...more })
    expect(look("2026-11-10T12:00:00Z", dismissed("2026-10-01"), remand()).order).toBeNull()
    expect(look("2026-11-10T12:00:00Z", dismissed("2026-10-01"), remand({ seen: false })).order).toMatchObject({ since: "2026-10-01" })
  })

  test("withholding is an order of removal that bars one country, and becomes final when both sides are done", () => {
    const granted = denied("2026-09-01", { outcome: "GRANT_WITHHOLDING" })
    const both = look("2026-09-20T12:00:00Z", denied("2026-09-01", { outcome: "GRANT_WITHHOLDING", appeal: "waived" }), {
      type: "dhs.appeal-waived",
      on: d("2026-09-14"),
    })
    expect(both).toMatchObject({ order: { since: "2026-09-14", basis: "waived" }, protection: "withholding" })
    expect(barsOneCountryOnly(both.protection)).toBe(true)
    expect(look("2026-09-20T12:00:00Z", granted).order).toBeNull()
    expect(look("2026-10-20T12:00:00Z", granted).order).toMatchObject({ since: "2026-10-01", basis: "lapsed" })
  })

  test("asylum and termination order nothing", () => {
    for (const outcome of ["GRANT_ASYLUM", "TERMINATED"])
      expect(look("2027-09-20T12:00:00Z", denied("2026-09-01", { outcome })).order).toBeNull()
  })

  test("leave to depart holds the order back until its longest days are over", () => {
    const leave = denied("2026-09-01", { outcome: "VOLUNTARY_DEPARTURE", appeal: "reserved" })
    expect(look("2026-10-31T16:00:00Z", leave).order).toBeNull()
    expect(look("2026-11-01T16:00:00Z", leave).order).toMatchObject({ since: "2026-10-31", basis: "departure-overstayed" })
  })
})

test("that ICE holds the passport is believed when said; that it gave it back, only when seen", () => {
  const ice: ProceedingEvent = { type: "travel-document", on: d("2026-01-01"), heldBy: "ice", seen: false }
  const back = (seen: boolean): ProceedingEvent => ({ type: "travel-document", on: d("2026-02-01"), heldBy: "person", seen })
  expect(readTravelDocument([ice, back(false)])).toBe("ice")
  expect(readTravelDocument([ice, back(true)])).toBe("person")
})
