// Each trigger of urgency alone, its level, and that what should not wake anyone does not.
import { type Answer, answerFacts, type Level, type UrgencyTrigger } from "@safe-conduct/domain/clock"
import { describe, expect, test } from "vitest"
import { law } from "./index.ts"

const now = "2027-05-12T15:00:00Z"

function ask(events: readonly unknown[], asOf = now): Answer {
  const answer = answerFacts({ id: "u", asOf, timeZone: "America/Chicago", circuit: "5", courtState: "LA", events }, law)
  if ("error" in answer) throw new Error(`${answer.error} ${answer.at}`)
  return answer
}

const held = { type: "custody.detained", at: "2026-10-01", state: "LA" }
/** Long final, every filing's day gone by. */
const final = { type: "bia.decision", on: "2026-10-15", outcome: "dismissed" }
const notice = { type: "third-country.notice", at: "2027-05-12T08:00:00-05:00", country: "XX", exigent: false }
const absent = { type: "ij.decision", on: "2026-10-15", form: "written", outcome: "IN_ABSENTIA", appeal: "waived" }
const denied = (on: string): unknown => ({ type: "ij.decision", on, form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" })

const rows: readonly (readonly [UrgencyTrigger, Level, readonly unknown[]])[] = [
  ["removal-within-72h", "E", [{ type: "removal.scheduled", at: "2027-05-15T09:00:00-05:00", confidence: "rumoured" }]],
  ["third-country-notice", "E", [notice]],
  ["staging-with-final-order", "E", [held, final, { type: "custody.moved", at: "2027-05-11", facility: "JENATLA" }]],
  ["final-unstayed-travel-document", "E", [final, { type: "travel-document", on: "2026-01-01", heldBy: "ice" }]],
  ["cf-negative", "E", [{ type: "cf.determination", on: "2027-05-10", result: "negative" }]],
  ["expedited-removal-final", "E", [{ type: "cf.ij-review", on: "2027-04-10", result: "affirmed" }]],
  ["deadline-within-2-days", "E", [denied("2027-04-14")]],
  ["final-detained-unstayed", "U", [held, final]],
  ["deadline-within-7-days", "U", [denied("2027-04-15")]],
  ["consular-interview", "U", [{ type: "consular-interview", at: "2027-05-20" }]],
  ["child-custody-hearing-within-7-days", "U", [{ type: "hearing.scheduled", at: "2027-05-19", kind: "child-custody" }]],
  ["detained", "H", [held]],
  ["in-absentia-order", "H", [absent, { type: "motion.filed", on: "2026-10-20", kind: "rescind-in-absentia" }]],
  ["check-in-within-14-days", "H", [{ type: "check-in.scheduled", at: "2027-05-26" }]],
  ["final-unstayed", "H", [final]],
  ["deadline-within-30-days", "H", [denied("2027-04-26")]],
]

describe("urgency", () => {
  test.each(rows)("%s is %s", (trigger, level, events) => {
    const { urgency } = ask(events)
    expect(urgency.level).toBe(level)
    expect(urgency.triggers).toContain(trigger)
  })

  test.each([
    ["a flight further off than three days", [{ type: "removal.scheduled", at: "2027-05-16T09:00:00-05:00", confidence: "confirmed" }]],
    ["a check-in in three weeks", [{ type: "check-in.scheduled", at: "2027-06-02" }]],
    ["a master hearing tomorrow", [{ type: "hearing.scheduled", at: "2027-05-13", kind: "master" }]],
    ["a deadline that was met", [denied("2027-04-14"), { type: "bia.appeal-received", on: "2027-05-01" }]],
    ["a counter of days in custody that ends tomorrow", [{ type: "canada.entry", on: "2027-04-29" }]],
    ["asylum granted, with nobody appealing", [{ type: "ij.decision", on: "2027-01-05", outcome: "GRANT_ASYLUM", appeal: "waived" }]],
    ["nothing known", []],
  ])("%s leaves N", (_, events) => expect(ask(events).urgency).toEqual({ level: "N", triggers: [], also: [] }))

  test("a stay by a court lowers what a final order raised; the passport in ICE's hands then waits too", () => {
    const stay = { type: "court.stay-ordered", on: "2026-11-01" }
    expect(ask([held, final, stay, { type: "travel-document", on: "2026-01-01", heldBy: "ice" }]).urgency).toMatchObject({
      level: "H",
      triggers: ["detained"],
    })
  })

  test("withholding is not safety: a notice of a third country is E, and the remark stands beside it", () => {
    const answer = ask([{ type: "ij.decision", on: "2027-01-05", outcome: "GRANT_WITHHOLDING", appeal: "reserved" }, notice])
    expect(answer.urgency.level).toBe("E")
    expect(answer.flags).toContain("WITHHOLDING_IS_NOT_SAFETY")
    expect(answer.axes).toMatchObject({ proceeding: "final", protection: "withholding" })
  })

  test("the passage of a midnight raises the level with nothing rewritten", () => {
    const events = [denied("2027-04-26")]
    const levels = ["2027-05-10", "2027-05-19", "2027-05-24", "2027-05-26"].map((day) => ask(events, `${day}T15:00:00Z`).urgency.level)
    expect(levels).toEqual(["H", "U", "E", "E"])
  })

  test("after the removal only the lawyer's days are left", () => {
    const answer = ask([held, { ...final, on: "2027-05-01" }, { type: "removed", at: "2027-05-10", to: "RU" }])
    expect(answer.urgency).toMatchObject({ level: "H", triggers: ["deadline-within-30-days"] })
    expect(answer.axes).toMatchObject({ proceeding: "removed", custody: "released" })
    expect(answer.deadlines.filter((d) => d.rule === "US.RP.90").map((d) => d.status)).toEqual(["void"])
  })
})

describe("routes without a limit", () => {
  test("are open to one ordered removed unheard while in custody, and are no deadline", () => {
    const answer = ask([held, absent])
    expect(answer.routes.map((r) => r.rule)).toEqual(expect.arrayContaining(["US.ABS.NOTICE_CUSTODY", "US.MTR.CCC"]))
    expect(answer.flags).toContain("IN_CUSTODY_ON_HEARING_DAY")
    expect(answer.deadlines.map((d) => d.rule)).not.toContain("US.ABS.NOTICE_CUSTODY")
    expect(ask([absent]).routes.map((r) => r.rule)).toEqual(["US.MTR.CCC"])
  })
})

describe("an appeal by the other side", () => {
  test("keeps a grant from becoming final though the person waived", () => {
    const granted = { type: "ij.decision", on: "2027-01-05", outcome: "GRANT_CAT", appeal: "waived" }
    const answer = ask([granted, { type: "bia.appeal-received", on: "2027-01-20" }])
    expect(answer.finalOrder.final).toBe(false)
    expect(answer.stay).toMatchObject({ stayed: true, basis: "appeal-pending" })
  })
})

test("a fear finding turned positive leaves no review running", () => {
  const answer = ask([
    { type: "cf.determination", on: "2027-05-10", result: "negative" },
    { type: "cf.determination", on: "2027-05-11", result: "positive" },
  ])
  expect(answer.deadlines.map((d) => [d.rule, d.status])).toEqual([["US.CF.IJ.7", "void"]])
  expect(answer.urgency.level).toBe("N")
})
