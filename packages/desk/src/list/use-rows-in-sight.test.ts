// A frame is never seen with a hole in it: whatever is in sight is drawn, wherever one has scrolled to, and not much more.
import fc from "fast-check"
import { expect, test } from "vitest"
import { inSight } from "./use-rows-in-sight.ts"

const frames = fc.record({ top: fc.integer({ min: 0, max: 400_000 }), height: fc.integer({ min: 0, max: 2_000 }) })

test("every row in sight is drawn, in the next frame of a scroll too, and no more than some sixty", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12_000 }), fc.constantFrom(34, 64), frames, (count, rowHeight, frame) => {
      const { from, to } = inSight(count, rowHeight, frame)
      const top = Math.min(frame.top, Math.max(0, count * rowHeight - frame.height))
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(count)
      expect(from).toBeLessThanOrEqual(Math.max(0, Math.floor(top / rowHeight) - 8))
      expect(to).toBeGreaterThanOrEqual(Math.min(count, Math.ceil((top + frame.height) / rowHeight) + 8))
      expect(to - from).toBeLessThanOrEqual(frame.height / rowHeight + 2 + 4 * 8)
    }),
  )
})
test("a list that became shorter than one has scrolled shows its end", () => {
  expect(inSight(5, 34, { top: 300_000, height: 600 })).toEqual({ from: 0, to: 5 })
  expect(inSight(100, 34, { top: 300_000, height: 340 }, 0)).toEqual({ from: 90, to: 100 })
})
test("a row's move draws nothing new, a block's does", () => {
  const at = (top: number) => inSight(10_000, 34, { top, height: 816 })
  expect(at(34 * 801)).toEqual(at(34 * 800 + 1))
  expect(at(34 * 808)).not.toEqual(at(34 * 800))
})
