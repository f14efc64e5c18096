// Undoing a mistake.
import { expect, test } from "vitest"
import { compartmentStory, neighbour, rumour } from "../story.ts"

test("what others stand on goes after them", () => {
  const vouchers = compartmentStory("vouchers")
  const voucher = vouchers.tells("vera", "add-voucher", neighbour)
  const bound = vouchers.tells("vera", "bind-voucher", { voucher: "v1", evidence: "e1" })
  const strike = (seq: number) => vouchers.says("vera", "strike", { seq, why: "A slip" }).refusal?.error ?? null
  expect(strike(voucher.seq)).toBe("relied-on")
  expect(strike(bound.seq)).toBeNull()
  expect(strike(voucher.seq)).toBeNull()
  expect(vouchers.state.vouchers).toEqual([])

  const adverse = compartmentStory("adverse")
  const noted = adverse.tells("vera", "note-adverse", rumour)
  adverse.tells("vera", "answer-adverse", { note: "n1", answer: "No.", outcome: "answered" })
  expect(adverse.says("vera", "strike", { seq: noted.seq, why: "x" }).refusal?.error).toBe("relied-on")
})

test("what a compartment is cannot be struck", () => {
  expect(compartmentStory("adverse").says("vera", "strike", { seq: 0, why: "x" }).refusal?.error).toBe("nothing-to-strike")
})
