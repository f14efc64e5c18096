// One life between doors, as spans and points.
import { expect, test } from "vitest"
import type { ProceedingEvent } from "../../proceeding/event.ts"
import { courseOf } from "./course.ts"

const told = (events: readonly object[]) => courseOf(events as readonly ProceedingEvent[], [])

test("each place is a span that ends where the next begins; a release closes the last", () => {
  const { spans, points } = told([
    { type: "custody.detained", at: "2026-03-01", facility: "Winn" },
    { type: "custody.moved", at: "2026-04-10", facility: "Alexandria", staging: true },
    { type: "custody.released", at: "2026-05-02" },
    { type: "custody.detained", at: "2026-09-01", facility: "Eloy" },
  ])
  expect(spans.map(({ label, from, to, staging }) => [label, from, to, staging])).toEqual([
    ["Winn", "2026-03-01", "2026-04-10", false],
    ["Alexandria", "2026-04-10", "2026-05-02", true],
    ["Eloy", "2026-09-01", null, false],
  ])
  expect(points).toEqual([])
})

test("a stay ends with its day, by a court, or with a final order that lets the removal go on; and never later than it said", () => {
  const until = (more: readonly object[]) =>
    told([{ type: "court.stay-ordered", on: "2026-03-01", until: "2026-06-01" }, ...more]).spans.map(({ lane, to }) => [lane, to])
  expect(until([])).toEqual([["stay", "2026-06-01"]])
  expect(until([{ type: "court.stay-ended", on: "2026-04-01" }])).toEqual([["stay", "2026-04-01"]])
  expect(until([{ type: "court.final-order", on: "2026-04-01", stayedRemoval: true }])).toEqual([["stay", "2026-06-01"]])
  expect(until([{ type: "court.final-order", on: "2026-07-01", stayedRemoval: false }])).toEqual([["stay", "2026-06-01"]])
})

test("what happened stands in order, with what was only said marked", () => {
  const { points } = told([
    { type: "hearing.scheduled", at: "2026-05-01T09:00-05:00", kind: "master", seen: false },
    { type: "ij.decision", on: "2026-02-03", form: "written", reserved: "respondent", result: "denied" },
    { type: "consent.written", at: "2026-01-01", scope: "INTAKE" },
  ])
  expect(points.map(({ type, said }) => [type, said])).toEqual([
    ["ij.decision", false],
    ["hearing.scheduled", true],
  ])
})
