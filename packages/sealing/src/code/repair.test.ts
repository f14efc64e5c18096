// The check words keep their promise: one wrong word, two missing, two neighbours swapped.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codeFromBytes } from "./code.ts"
import { fill, isCodeword, LENGTH, repair } from "./repair.ts"

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
const code = bytes.map((b) => [...codeFromBytes(b)])
const place = fc.integer({ min: 0, max: LENGTH - 1 })
const change = fc.integer({ min: 1, max: 2047 })
const runs = { numRuns: 20_000 }

const altered = (row: readonly number[], at: number, by: number) => row.with(at, (row[at] as number) ^ by)

describe("the check words", () => {
  it("repair any one wrong word, and say which", () => {
    fc.assert(
      fc.property(code, place, change, (row, at, by) => {
        expect(repair(altered(row, at, by))).toEqual({ row, how: "wrong", places: [at] })
      }),
      runs,
    )
  })

  it("fill any one or two missing words", () => {
    fc.assert(
      fc.property(code, place, place, (row, p, q) => {
        expect(fill(row.with(p, 0).with(q, 0), p === q ? [p] : [p, q])).toEqual(row)
      }),
      runs,
    )
  })

  it("find no filling when one word is missing and another is wrong", () => {
    fc.assert(
      fc.property(code, place, place, change, (row, p, q, by) => {
        fc.pre(p !== q)
        expect(fill(altered(row, q, by), [p])).toBeNull()
      }),
    )
  })

  it("know two neighbours in each other's place, and never take them for one wrong word", () => {
    fc.assert(
      fc.property(code, fc.integer({ min: 0, max: LENGTH - 2 }), (row, at) => {
        fc.pre(row[at] !== row[at + 1])
        const swapped = row.with(at, row[at + 1] as number).with(at + 1, row[at] as number)
        expect(repair(swapped)).toEqual({ row, how: "swapped", places: [at, at + 1] })
      }),
      runs,
    )
  })

  it("never leave one or two wrong words unnoticed", () => {
    fc.assert(
      fc.property(code, place, place, change, change, (row, p, q, a, b) => {
        const wrong = altered(altered(row, p, a), q, p === q ? 0 : b)
        expect(isCodeword(wrong)).toBe(false)
      }),
      runs,
    )
  })

  it("take two wrong words for another code in fewer than one case in a hundred", () => {
    let taken = 0
    let tried = 0
    fc.assert(
      fc.property(code, place, place, change, change, (row, p, q, a, b) => {
        fc.pre(p !== q)
        tried++
        if (repair(altered(altered(row, p, a), q, b))) taken++
      }),
      { ...runs, seed: 2048 },
    )
    expect(taken / tried).toBeGreaterThan(0)
    expect(taken / tried).toBeLessThan(0.01)
  })
})
