// Places on the line keep their order, and the months have room.
import fc from "fast-check"
import { expect, test } from "vitest"
import { scaleOf } from "./scale.ts"

const moments = fc.array(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2040, 0) }), { maxLength: 12 })
const now = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) })

test("what was earlier never stands to the right, and everything stands on the line", () => {
  fc.assert(
    fc.property(moments, now, (all, at) => {
      const scale = scaleOf(all, at)
      const places = [...all, at].toSorted((a, b) => a - b).map(scale.at)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(Math.min(...places)).toBeGreaterThan(0)
      expect(Math.max(...places)).toBeLessThan(1)
      expect(scale.ticks.length).toBeLessThanOrEqual(8)
      expect(scale.ticks.every((tick) => tick > scale.from && tick < scale.until)).toBe(true)
    }),
  )
})
