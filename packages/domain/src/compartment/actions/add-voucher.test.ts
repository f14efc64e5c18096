// Who vouches.
import fc from "fast-check"
import { expect, test } from "vitest"
import { compartmentStory, neighbour } from "../story.ts"
import { originOf, voucherNumber, vouchersOf } from "../views.ts"

test("each has the next number, by which alone the case knows him", () => {
  const story = compartmentStory("vouchers")
  story.tells("vera", "add-voucher", neighbour)
  story.tells("vera", "add-voucher", { ...neighbour, voucher: "v2", name: "Jeanne Roy", where: "abroad" })
  expect(vouchersOf(story.state).map(({ origin }) => origin)).toEqual(["voucher-1", "voucher-2"])
  expect(story.says("vera", "add-voucher", neighbour).refusal?.error).toBe("noted-already")
})

test("whatever is added and struck, no number is ever given twice", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (adds) => {
      const story = compartmentStory("vouchers")
      const given: number[] = []
      for (const [n, add] of adds.entries()) {
        const last = story.state.vouchers.at(-1)
        if (!add && last !== undefined) story.tells("vera", "strike", { seq: last.made.seq, why: "Twice" })
        else {
          story.tells("vera", "add-voucher", { ...neighbour, voucher: `v${n}` })
          given.push(story.state.vouchers.at(-1)?.number ?? 0)
        }
      }
      expect(new Set(given).size).toBe(given.length)
    }),
  )
})

test("an origin is a voucher's only where it is written so to the letter", () => {
  expect([originOf(7), " voucher-12 ", "voucher-0", "voucher-1a", "Memorial", ""].map(voucherNumber)).toEqual([
    7,
    12,
    null,
    null,
    null,
    null,
  ])
})
