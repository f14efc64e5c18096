// Places on the line keep their order, and the months have room.
import fc from "fast-check"
import { expect, test } from "vitest"
import { apart, scaleOf } from "./scale.ts"

const moments = fc.array(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2040, 0) }), { maxLength: 12 })
const now = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) })

test("what was earlier never stands to the right, and everything stands on the line", () => {
  fc.assert(
    fc.property(moments, now, fc.integer({ min: 1, max: 12 }), (all, at, most) => {
      const scale = scaleOf(all, at, most)
      const places = [...all, at].toSorted((a, b) => a - b).map(scale.at)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(Math.min(...places)).toBeGreaterThan(0)
      expect(Math.max(...places)).toBeLessThan(1)
      expect(scale.ticks.length).toBeLessThanOrEqual(most)
      expect(scale.ticks.every((tick) => tick > scale.from && tick < scale.until)).toBe(true)
    }),
  )
})

test("numbered points keep their order, stand apart wherever there is room, and where they are when they already do", () => {
  const places = fc.array(fc.integer({ min: 132, max: 500 }), { maxLength: 40 }).map((all) => all.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(places, (all) => {
      const moved = apart(all, 20, 132, 500)
      const gaps = moved.slice(1).map((at, n) => at - (moved[n] as number))
      const least = Math.min(20, 368 / Math.max(1, all.length - 1))
      expect(moved).toHaveLength(all.length)
      expect(gaps.every((gap) => gap > least - 1e-6)).toBe(true)
      expect(moved.every((at) => at > 132 - 1e-6 && at < 500 + 1e-6)).toBe(true)
      if (all.every((at, n) => n === 0 || at - (all[n - 1] as number) >= 20)) expect(moved).toEqual(all)
    }),
  )
  expect(apart([140, 480, 482], 20, 132, 500)).toEqual([140, 462, 482])
})
