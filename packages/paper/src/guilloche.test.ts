// The ornament is the same everywhere, another for another seed, and stays inside its frame.
import fc from "fast-check"
import { expect, it } from "vitest"
import { guillochePath, guillocheSeed } from "./guilloche.ts"

const frame = { width: 300, height: 40, strands: 9, waves: 6 } as const

it("equal options give an equal path; another seed gives another", () => {
  for (const shape of ["band", "rosette"] as const) {
    expect(guillochePath({ ...frame, shape, seed: 5 })).toBe(guillochePath({ ...frame, shape, seed: 5 }))
    expect(guillochePath({ ...frame, shape, seed: 5 })).not.toBe(guillochePath({ ...frame, shape, seed: 6 }))
  }
})

it("is path data of moves and curves alone, inside the frame", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("band" as const, "rosette" as const),
      fc.nat(9999),
      fc.integer({ min: 3, max: 12 }),
      (shape, seed, waves) => {
        const path = guillochePath({ ...frame, shape, seed, waves })
        expect(path).toMatch(/^(M[-\d. ]+(C[-\d. ]+)+Z?)+$/)
        const numbers = path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? []
        numbers.forEach((number, at) => expect(number).toBeLessThanOrEqual((at % 2 ? frame.height : frame.width) * 1.08))
        for (const number of numbers) expect(number).toBeGreaterThanOrEqual(-frame.width * 0.08)
      },
    ),
    { numRuns: 30 },
  )
})

it("weaves as many strands as asked, and each number its own", () => {
  expect(guillochePath({ ...frame, shape: "band", seed: 1 }).match(/M/g)).toHaveLength(9)
  expect(guillocheSeed("F-2026/014")).not.toBe(guillocheSeed("F-2026/041"))
})
