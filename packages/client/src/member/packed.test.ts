// What is packed comes back the same, and rows alike take less than half of their JSON.
import fc from "fast-check"
import { expect, test } from "vitest"
import { packed, unpacked } from "./packed.ts"

const plain = fc.jsonValue({ maxDepth: 5 }).filter((value) => !JSON.stringify(value).includes('"__proto__"'))

test("any JSON comes back the same, its keys in their order", () => {
  fc.assert(
    fc.property(plain, (value) => {
      const read = JSON.parse(JSON.stringify(value)) as unknown
      expect(unpacked(packed(read))).toEqual(read)
      expect(JSON.stringify(unpacked(packed(read)))).toBe(JSON.stringify(read))
    }),
    { numRuns: 500 },
  )
})
test("lists that look like packed objects stay lists", () => {
  for (const value of [[-1], [0], [0, "a"], [[-1, 0]], { a: [-1, { b: [0] }] }, [], {}, [{}, {}]])
    expect(unpacked(packed(value))).toEqual(value)
})
test("undefined is left out, as in JSON", () => {
  expect(unpacked(packed([{ a: 1, b: undefined }, { a: 2 }]))).toEqual([{ a: 1 }, { a: 2 }])
})
test("rows of one shape take less than half", () => {
  const rows = Array.from({ length: 100 }, (_, n) => ({
    surname: `n${n}`,
    birthCountry: null,
    onlyThroughCounsel: false,
    reviewedUntil: null,
  }))
  expect(packed(rows).length).toBeLessThan(JSON.stringify(rows).length / 2)
})
