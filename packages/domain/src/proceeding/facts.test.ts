import * as v from "valibot"
import { describe, expect, test } from "vitest"
import { eventSchemas, eventTypes, ProceedingEvent } from "./event.ts"
import { inOrder, readFacts } from "./facts.ts"

const facts = {
  id: "p",
  asOf: "2026-11-22T15:00:00Z",
  timeZone: "America/Chicago",
  circuit: "5",
  courtState: "LA",
  events: [] as unknown[],
}
const refused = (given: unknown): { error?: string; at?: string } => readFacts(given) as { error?: string; at?: string }
const withEvent = (...events: unknown[]): unknown => ({ ...facts, events })

describe("facts are read strictly", () => {
  test.each([
    [null, "wrong-type", ""],
    [{ ...facts, events: undefined }, "missing", "/events"],
    [{ ...facts, asOf: "2026-11-22T15:00:00" }, "instant-without-offset", "/asOf"],
    [{ ...facts, asOf: "2026-11-22" }, "bad-instant", "/asOf"],
    [{ ...facts, timeZone: "Louisiana" }, "bad-time-zone", "/timeZone"],
    [{ ...facts, circuit: "12" }, "not-one-of", "/circuit"],
    [{ ...facts, courtState: "Louisiana" }, "bad-state", "/courtState"],
    [{ ...facts, hearing: 1 }, "unknown-key", "/hearing"],
    [withEvent("denied"), "not-an-event", "/events/0"],
    [withEvent({ on: "2026-01-01" }), "missing", "/events/0/type"],
    [withEvent({ type: "constructor", on: "2026-01-01" }), "unknown-event-type", "/events/0/type"],
    [withEvent({ type: "parole.poe", on: "2026-02-30" }), "bad-date", "/events/0/on"],
    [withEvent({ type: "parole.poe", on: "2030-05-01" }), "in-the-future", "/events/0/on"],
    [withEvent({ type: "ij.decision", on: "2026-11-24", outcome: "DENIED_REMOVAL" }), "in-the-future", "/events/0/on"],
    [withEvent({ type: "court.final-order", on: "2026-02-03", stayedRemovall: true }), "unknown-key", "/events/0/stayedRemovall"],
    [
      withEvent({ type: "third-country.notice", at: "2026-11-20T16:00:00", country: "XX", exigent: false }),
      "instant-without-offset",
      "/events/0/at",
    ],
    [withEvent({ type: "third-country.notice", at: "2026-11-20", country: "XX", exigent: false }), "bad-instant", "/events/0/at"],
    [
      withEvent({ type: "parole.poe", on: "2025-05-01" }, { type: "bia.decision", on: "2026-02-03", outcome: "denied" }),
      "not-one-of",
      "/events/1/outcome",
    ],
    [
      withEvent({ type: "custody.released", at: "2026-04-01" }, { type: "custody.detained", at: "2026-05-01" }),
      "release-before-detention",
      "/events/0/at",
    ],
  ])("%j is refused: %s at %s", (given, error, at) => {
    expect(refused(given)).toMatchObject({ error, at })
  })

  test("a paper dated tomorrow somewhere on earth is let through, and what is set for later is no fault", () => {
    expect(refused(withEvent({ type: "ij.decision", on: "2026-11-23", outcome: "DENIED_REMOVAL" })).error).toBeUndefined()
    expect(refused(withEvent({ type: "hearing.scheduled", at: "2027-11-23", kind: "master" })).error).toBeUndefined()
    expect(refused(withEvent({ type: "court.order", on: "2026-11-01", kind: "temporary-stay", until: "2027-03-01" })).error).toBeUndefined()
  })

  test("a release alone is taken: the detention before it may not be on record", () => {
    expect(refused(withEvent({ type: "custody.released", at: "2026-04-01" })).error).toBeUndefined()
  })
})

test("every type of event can be said or seen, and has one schema of its own name", () => {
  for (const type of eventTypes) {
    const entries = eventSchemas[type].entries as Record<string, unknown>
    expect(Object.keys(entries)).toContain("seen")
    expect(v.is(eventSchemas[type], { type: `${type}x` })).toBe(false)
  }
})

test("an event on its own is read by its type", () => {
  expect(v.is(ProceedingEvent, { type: "court.petition-filed", on: "2026-01-05" })).toBe(true)
  expect(v.safeParse(ProceedingEvent, { type: "court.petition" }).issues?.[0]?.message).toBe("unknown-event-type")
  expect(v.safeParse(ProceedingEvent, { type: "court.petition-filed", on: "soon" }).issues?.[0]?.message).toBe("bad-date")
})

test("events of one day stand in the order in which they can have happened", () => {
  const on = "2026-05-01" as never
  const [first, second, third] = inOrder([
    { type: "court.stay-ended", on },
    { type: "bia.decision", on, outcome: "dismissed" },
    { type: "court.stay-ordered", on },
  ])
  expect([first?.type, second?.type, third?.type]).toEqual(["bia.decision", "court.stay-ordered", "court.stay-ended"])
})
