// The picture of a week says what the spans say, day by day, by the reader's clock.
import { expect, test } from "vitest"
import { hoursWithout, weekRows } from "./week-rows.ts"

const anna = { member: "a", name: "Anna" }
const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour, minute)

test("a night is cut at the reader's midnight, and what nobody covers is counted", () => {
  const spans = [
    { from: at(23, 3, 20), until: at(23, 14), members: [anna] },
    { from: at(23, 14), until: at(31, 0), members: [] },
  ]
  const rows = weekRows(spans, at(23, 3, 20), "America/New_York")
  // 22:20 in New York on Sunday.
  expect(rows.slice(0, 2).map(({ stretches }) => stretches)).toEqual([
    [{ from: 22 * 60, until: 24 * 60, names: ["Anna"] }],
    [
      { from: 0, until: 9 * 60, names: ["Anna"] },
      { from: 9 * 60, until: 24 * 60, names: [] },
    ],
  ])
  expect(rows).toHaveLength(8)
  expect(hoursWithout(rows)).toBe(7 * 24 - 11)
})
