// What the trial shows must be so on whatever day it is opened: weekends, holidays, the last day of February, both changes of clocks.
import { describe, expect, test } from "vitest"
import fc from "fast-check"
import { law } from "@safe-conduct/russia-canada"
import { addDays, isOpenDay, plainDateOf, toDayNumber, weekdayOf } from "@safe-conduct/domain/time"
import { stories } from "./stories/index.ts"
import { playDry } from "./testing/dry-stage.ts"
import { laidOut, newCast } from "./timeline.ts"
import { whenOf } from "./when.ts"

const days = [
  "2026-11-22T18:00:00Z",
  "2026-11-26T02:30:00Z",
  "2026-12-24T23:59:00Z",
  "2026-12-26T03:30:00Z",
  "2027-01-01T12:00:00Z",
  "2027-02-28T06:10:00Z",
  "2027-03-14T07:30:00Z",
  "2027-07-04T16:00:00Z",
  "2027-11-07T05:45:00Z",
  "2028-02-29T20:20:00Z",
].map((text) => Date.parse(text))
const someMoment = fc
  .date({ min: new Date("2026-09-01T00:00:00Z"), max: new Date("2032-12-31T23:59:59Z"), noInvalidDate: true })
  .map(Number)

/** Everything that Today's one screen promises of the clock. */
async function promised(now: number): Promise<void> {
  const { people, cast } = await playDry(stories, now)
  const inDanger = people.filter((one) => one.clock.urgency.level === "E")
  const why = Object.fromEntries(inDanger.map((one) => [one.name, one.clock.urgency.triggers]))
  expect(why).toEqual({
    Лобода: ["staging-with-final-order", "final-unstayed-travel-document"],
    Вележев: ["third-country-notice"],
    Бальжинов: ["cf-negative"],
  })
  expect(people.filter((one) => one.lookDue).map((one) => one.name)).toHaveLength(12)
  expect(people.find((one) => one.name === "Перевозчикова")?.clock.urgency).toMatchObject({
    level: "U",
    also: expect.arrayContaining(["in-absentia-order"]),
  })
  const dated = people.find((one) => one.stream === cast.streams.get("dated") && one.name === "Заречный")?.clock
  const appeal = dated?.deadlines.find((one) => one.rule === "US.BIA.APPEAL.30")
  expect(appeal).toMatchObject({ status: "running" })
  expect([weekdayOf(plainDateOf(appeal?.nominal ?? "")), weekdayOf(plainDateOf(appeal?.safeBy ?? ""))]).toEqual([5, 4])
  expect(dated?.urgency.level).toBe("H")
}

describe("on certain days", () => {
  test.each(days)("%d", promised, 10_000)
})

test("on any day of six years", () => fc.assert(fc.asyncProperty(someMoment, promised), { numRuns: 40 }), 60_000)

test("there is always a Friday behind an ordinary Thursday, thirty days after an ordinary Wednesday", () => {
  const open = (date: ReturnType<typeof plainDateOf>): boolean => isOpenDay(law.calendars.usFederal, toDayNumber(date))
  for (let n = 0; n < 2500; n++) {
    const friday = whenOf(Date.parse("2026-09-01T17:00:00Z") + n * 86_400_000).friday()
    expect([weekdayOf(friday), open(addDays(friday, -1)), open(addDays(friday, -30))]).toEqual([5, true, true])
  }
})

test("scenes keep their story's order and none lies ahead", () =>
  fc.assert(
    fc.property(someMoment, (now) => {
      const scenes = laidOut(stories, whenOf(now), newCast())
      expect(scenes.every((scene, n) => scene.at <= now && (n === 0 || scene.at >= (scenes[n - 1]?.at ?? 0)))).toBe(true)
      expect(scenes[0]?.at ?? 0).toBeGreaterThan(now - 60 * 86_400_000)
    }),
    { numRuns: 50 },
  ))
