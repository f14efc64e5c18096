// Nobody is off the map because an island is.
import { expect, test } from "vitest"
import { atEdge } from "./at-edge.ts"
import type { HeldPlace } from "./held-places.ts"
import { box, pointOf } from "./states.ts"

const place = (key: string, state: string, at: HeldPlace["at"]): HeldPlace => ({
  key,
  name: key,
  state,
  staging: false,
  at,
  people: [],
  level: "N",
})

test("Puerto Rico and Guam are not reached by the drawing and stand at its edge, apart from each other and inside the frame", () => {
  const [guaynabo, hagatna]: readonly (readonly [number, number])[] = [
    [18.41, -66.11],
    [13.47, 144.75],
  ]
  expect([pointOf(guaynabo as never), pointOf(hagatna as never)]).toEqual([null, null])
  const found = atEdge([
    place("guam", "GU", hagatna as never),
    place("winn", "LA", null),
    place("aguadilla", "PR", null),
    place("sanjuan", "PR", guaynabo as never),
  ])
  expect(found.map(({ place: { key }, state }) => [key, state])).toEqual([
    ["aguadilla", "PR"],
    ["sanjuan", "PR"],
    ["guam", "GU"],
  ])
  for (const { x, y } of found) expect(x > 30 && x < box.width - 30 && y > 30 && y < box.height - 45).toBe(true)
  for (const [n, { x }] of found.entries()) for (const other of found.slice(n + 1)) expect(Math.abs(x - other.x)).toBeGreaterThanOrEqual(60)
})
