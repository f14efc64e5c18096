// A week of duty: over midnight, over the change of the clocks, with a swap, and with gaps that show.
import fc from "fast-check"
import { expect, test } from "vitest"
import { type InstantText, momentOf } from "../time/index.ts"
import { dutyBetween, onDuty } from "./duty.ts"
import { registerStory } from "./story.ts"

const at = (text: string): number => momentOf(text as InstantText)
const HOUR = 3_600_000
const line = (day: number, from: string, until: string, ...members: string[]) => ({ day, from, until, members })
const week = (...lines: ReturnType<typeof line>[]) => ({ timeZone: "America/New_York", lines }) as never

test("a line of the week goes over midnight, and names who is woken first and second", () => {
  const story = registerStory()
  story.tells("anna", "set-rota", week(line(7, "22:00", "07:00", "anna", "boris")))
  // Sunday 22 November, 22:00 in New York.
  const spans = dutyBetween(story.state, at("2026-11-23T02:00:00Z"), at("2026-11-23T13:00:00Z"))
  expect(spans).toEqual([
    { from: at("2026-11-23T02:00:00Z"), until: at("2026-11-23T03:00:00Z"), members: [] },
    { from: at("2026-11-23T03:00:00Z"), until: at("2026-11-23T12:00:00Z"), members: ["anna", "boris"] },
    { from: at("2026-11-23T12:00:00Z"), until: at("2026-11-23T13:00:00Z"), members: [] },
  ])
})
test("hours follow the clock of their place when it changes", () => {
  const story = registerStory()
  story.tells("anna", "set-rota", week(line(6, "20:00", "08:00", "anna")))
  const [, night] = dutyBetween(story.state, at("2026-10-31T20:00:00Z"), at("2026-11-01T20:00:00Z"))
  expect(night).toMatchObject({ from: at("2026-11-01T00:00:00Z"), until: at("2026-11-01T13:00:00Z") })
})
test("what was said of single hours goes before the week, a later week replaces an earlier one, and lines over one another add up", () => {
  const story = registerStory()
  story.tells("anna", "set-rota", week(line(1, "08:00", "20:00", "anna")))
  story.tells("anna", "set-duty", { from: at("2026-11-23T15:00:00Z"), until: at("2026-11-23T17:00:00Z"), members: ["vera"] })
  const told = () => [14, 15, 16, 17, 18].map((hour) => onDuty(story.state, at(`2026-11-23T${hour}:00:00Z`)).join("+") || "nobody")
  expect(told()).toEqual(["anna", "vera", "vera", "anna", "anna"])
  story.tells("boris", "set-rota", week(line(1, "08:00", "13:00", "boris"), line(1, "12:00", "13:00", "anna")))
  expect(told()).toEqual(["boris", "vera", "vera", "boris+anna", "nobody"])
})
test("hours that are no half hours, and a zone that cannot be one, are refused; a zone that this machine does not know is nobody", () => {
  const story = registerStory()
  expect(story.says("anna", "set-rota", week(line(1, "08:15", "20:00", "anna"))).refusal).not.toBeNull()
  expect(story.says("anna", "set-rota", { timeZone: "+03:00", lines: [] }).refusal).not.toBeNull()
  story.tells("anna", "set-rota", { timeZone: "Nowhere/Atall", lines: [line(1, "00:00", "00:00", "anna")] } as never)
  expect(onDuty(story.state, at("2026-11-23T15:00:00Z"))).toEqual([])
})
test("the spans of any stretch cover it whole, follow one another, and say at each moment what is asked of that moment alone", () => {
  const hour = fc.integer({ min: 0, max: 23 }).map((n) => `${String(n).padStart(2, "0")}:00`)
  const lines = fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 7 }),
      from: hour,
      until: hour,
      members: fc.constantFrom<string[]>(["a"], ["b", "a"], ["c"]),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(lines, fc.integer({ min: 0, max: 8_000 }), fc.integer({ min: 1, max: 300 }), (given, begins, hours) => {
      const story = registerStory()
      story.tells("anna", "set-rota", week(...given))
      const from = at("2026-01-01T00:00:00Z") + begins * HOUR
      const spans = dutyBetween(story.state, from, from + hours * HOUR)
      expect([spans[0]?.from, spans.at(-1)?.until]).toEqual([from, from + hours * HOUR])
      for (const [n, span] of spans.entries()) {
        if (n > 0) expect(span.from).toBe(spans[n - 1]?.until)
        expect(onDuty(story.state, span.from)).toEqual(span.members)
        expect(onDuty(story.state, span.until - 1)).toEqual(span.members)
      }
    }),
    { numRuns: 60 },
  )
})
