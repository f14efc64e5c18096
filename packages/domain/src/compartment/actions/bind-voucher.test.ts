// Evidence that comes from a voucher.
import { expect, test } from "vitest"
import { compartmentStory, neighbour } from "../story.ts"
import { vouchersOf } from "../views.ts"

test("an item comes from one voucher, who is known and still vouches", () => {
  const story = compartmentStory("vouchers")
  const says = (voucher: string, evidence: string) => story.says("vera", "bind-voucher", { voucher, evidence }).refusal?.error ?? null
  expect(says("v1", "e1")).toBe("unknown-voucher")
  story.tells("vera", "add-voucher", neighbour)
  story.tells("vera", "add-voucher", { ...neighbour, voucher: "v2" })
  expect(says("v1", "e1")).toBeNull()
  expect(says("v2", "e1")).toBe("noted-already")
  story.tells("vera", "withdraw-voucher", { voucher: "v2", why: "He is being watched." })
  expect(says("v2", "e2")).toBe("voucher-withdrawn")
  expect(vouchersOf(story.state).map(({ evidence }) => evidence)).toEqual([["e1"], []])
})
