// What two members change of the law without a release, and that no date comes out later in silence.
import { answerFacts, type Answer, type Deadline, type Law } from "@safe-conduct/domain/clock"
import { lawWith, movedDates, replySnippets, ruleStatuses, type LawChange, type MovedDate } from "@safe-conduct/domain/overlay"
import { addDays, plainDateOf } from "@safe-conduct/domain/time"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { law } from "./index.ts"

const day = plainDateOf
const verified = { source: "An invented order", verifiedOn: day("2026-11-21") } as const
const rule = (id: string, more: object): LawChange => ({ what: "rule", rule: id, status: "IN_FORCE", ...verified, ...more })

function ask(events: readonly unknown[], of: Law, asOf = "2026-12-05T16:00:00Z"): Answer {
  const answer = answerFacts({ id: "p", asOf, timeZone: "America/Chicago", circuit: "5", courtState: "LA", events }, of)
  if ("error" in answer) throw new Error(`${answer.error} ${answer.at}`)
  return answer
}
const hardOf = (answer: Answer, id: string): string | undefined => answer.deadlines.find((one) => one.rule === id)?.hard
const denied = [{ type: "ij.decision", on: "2026-11-25", form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" }]

describe("a change that two signed", () => {
  test("brings the ten-day appeal back: the earlier date stands, and the owner is told of what is new", () => {
    const changed = lawWith(law, { changes: [rule("US.BIA.APPEAL.10.IFR", { effectiveFrom: day("2026-11-20") })] })
    const [before, now] = [ask(denied, law), ask(denied, changed)]
    expect(hardOf(before, "US.BIA.APPEAL.10.IFR")).toBeUndefined()
    expect(hardOf(now, "US.BIA.APPEAL.10.IFR")).toBe("2026-12-07")
    expect(movedDates(before, now)).toContainEqual(
      expect.objectContaining({ rule: "US.BIA.APPEAL.10.IFR", was: null, now: "2026-12-07", moved: "new" }),
    )
  })

  test("stays a rule: its open date goes, and the owner is told that it went", () => {
    const changed = lawWith(law, { changes: [rule("US.BIA.APPEAL.30", { status: "STAYED" })] })
    expect(movedDates(ask(denied, law), ask(denied, changed))).toContainEqual(
      expect.objectContaining({ rule: "US.BIA.APPEAL.30", was: "2026-12-28", now: null, moved: "gone" }),
    )
  })

  test("ends a rule on a day and leaves those whose trigger came before under it", () => {
    const changed = lawWith(law, { changes: [rule("US.BIA.APPEAL.30", { effectiveTo: day("2026-11-30") })] })
    expect(movedDates(ask(denied, law), ask(denied, changed))).toEqual([])
  })

  test("is overtaken by the next about the same thing, and never touches the law that ships", () => {
    const shipped = JSON.stringify(law.rules)
    const both = lawWith(law, { changes: [rule("US.PFR.30", { status: "STAYED" }), rule("US.PFR.30", { status: "IN_FORCE" })] })
    expect(both.rules.find((one) => one.id === "US.PFR.30")?.status).toBe("IN_FORCE")
    expect(JSON.stringify(law.rules)).toBe(shipped)
    expect(lawWith(law, { changes: [] })).toBe(law)
  })

  test("replaces a playbook's steps, or takes it away", () => {
    const steps = [{ id: "call", owner: "intake" as const, withinHours: 1, words: { en: "Call", fr: "Appeler", ru: "Позвонить" } }]
    const change = { what: "playbook" as const, trigger: "cf-negative" as const, steps }
    const found = (of: Law) => of.playbooks.find((book) => book.trigger === "cf-negative")
    expect(found(lawWith(law, { changes: [change] }))?.steps).toEqual(steps)
    expect(found(lawWith(law, { changes: [change, { ...change, steps: [] }] }))).toBeUndefined()
  })

  test("makes a place a staging site, or no longer one: an imported list can only do the first", () => {
    const site = (of: Law, code: string) => of.facilities.find((one) => one.code === code)?.staging
    const place = (code: string, staging: boolean) => ({
      ...(law.facilities.find((one) => one.code === code) as (typeof law.facilities)[number]),
      staging,
    })
    expect(site(lawWith(law, { changes: [{ what: "staging", facility: "EAZ", staging: true, source: "Calls of 20 Nov" }] }), "EAZ")).toBe(
      true,
    )
    expect(site(lawWith(law, { changes: [{ what: "staging", facility: "FSF", staging: false, source: "Closed" }] }), "FSF")).toBe(false)
    expect(site(lawWith(law, { changes: [], facilities: [place("EAZ", true)] }), "EAZ")).toBe(true)
    expect(site(lawWith(law, { changes: [], facilities: [place("FSF", false)] }), "FSF")).toBe(true)
  })

  test("gives sentences for replies; the last word holds", () => {
    const words = { en: "Call your lawyer today.", fr: "Appelez votre avocat.", ru: "Позвоните адвокату сегодня." }
    const snippet = { what: "snippet", snippet: "lawyer", text: words } as const
    expect(replySnippets([snippet]).map((one) => one.text?.en)).toEqual([words.en])
    expect(replySnippets([snippet, { ...snippet, text: null }])).toEqual([])
  })
})

const start = day("2026-08-01")
const on = fc.integer({ min: 0, max: 140 }).map((days) => addDays(start, days))
const events = fc.array(
  fc
    .tuple(
      on,
      fc.constantFrom<object>(
        ...denied,
        { type: "ij.decision", form: "written", outcome: "IN_ABSENTIA", appeal: "waived" },
        { type: "ij.decision", form: "oral", outcome: "VOLUNTARY_DEPARTURE", appeal: "waived" },
        { type: "bia.decision", outcome: "dismissed" },
        { type: "bia.appeal-received" },
        { type: "bia.briefing-schedule" },
        { type: "cf.determination", result: "negative" },
        { type: "cf.ij-review", result: "affirmed" },
        { type: "court.petition-filed" },
        { type: "canada.entry" },
        { type: "parole.poe" },
      ),
    )
    .map(([when, event]) => ({ ...event, on: when })),
  { maxLength: 6 },
)
const change: fc.Arbitrary<LawChange> = fc
  .record({
    id: fc.constantFrom(...law.rules.map((one) => one.id)),
    status: fc.constantFrom(...ruleStatuses),
    effectiveFrom: fc.option(on, { nil: undefined }),
    effectiveTo: fc.option(on, { nil: undefined }),
  })
  .map(({ id, status, effectiveFrom, effectiveTo }) =>
    rule(id, { status, ...(effectiveFrom === undefined ? {} : { effectiveFrom }), ...(effectiveTo === undefined ? {} : { effectiveTo }) }),
  )

/** Told from the two answers alone: what was open by a day and is not kept by that day any more. */
const slips = (before: readonly Deadline[], now: readonly Deadline[]): readonly Deadline[] =>
  before.filter(
    (was) =>
      (was.status === "running" || was.status === "claimed") &&
      !now.some(
        (is) =>
          is.rule === was.rule &&
          is.trigger === was.trigger &&
          is.about === was.about &&
          is.hard <= was.hard &&
          is.status !== "void" &&
          is.status !== "missed",
      ),
  )

test("no overlay, whatever it holds, makes an open date later or lets it go without a line for the owner", () => {
  let told = 0
  fc.assert(
    fc.property(events, fc.array(change, { minLength: 1, maxLength: 4 }), (facts, changes) => {
      const before = ask(facts, law, "2026-12-20T16:00:00Z")
      const now = ask(facts, lawWith(law, { changes }), "2026-12-20T16:00:00Z")
      const moved = movedDates(before, now)
      for (const slip of slips(before.deadlines, now.deadlines)) {
        const line = moved.find((one: MovedDate) => one.rule === slip.rule && one.trigger === slip.trigger && one.was === slip.hard)
        expect(line?.moved, `${slip.rule} ${slip.hard}`).toMatch(/later|gone/)
        told++
      }
      expect(movedDates(now, now)).toEqual([])
    }),
    { numRuns: 600 },
  )
  // The histories do hold open dates that the changes touch: a property over nothing proves nothing.
  expect(told).toBeGreaterThan(50)
})
