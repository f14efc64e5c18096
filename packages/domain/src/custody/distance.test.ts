// Distances between places that are easily looked up elsewhere.
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { kilometresBetween, type Point } from "./distance.ts"

test.each<[string, Point, Point, number]>([
  ["New York to Los Angeles", [40.7128, -74.006], [34.0522, -118.2437], 3936],
  ["Newark to Alexandria in Louisiana", [40.7357, -74.1724], [31.3113, -92.4451], 1944],
  ["one place to itself", [31.3, -92.4], [31.3, -92.4], 0],
])("%s", (_, from, to, kilometres) => expect(Math.abs(kilometresBetween(from, to) - kilometres)).toBeLessThanOrEqual(8))

const point = fc.tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
test("is the same both ways and never beyond half the globe", () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      expect(kilometresBetween(a, b)).toBe(kilometresBetween(b, a))
      expect(kilometresBetween(a, b)).toBeLessThanOrEqual(20_016)
    }),
  )
})
