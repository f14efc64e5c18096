// A voucher who vouches no longer.
import { expect, test } from "vitest"
import { compartmentStory, neighbour } from "../story.ts"
import { vouchersOf } from "../views.ts"

test("is withdrawn once, with a reason, and what rested on him is still named", () => {
  const story = compartmentStory("vouchers")
  const gone = { voucher: "v1", why: "Too dangerous for him." }
  expect(story.says("vera", "withdraw-voucher", gone).refusal?.error).toBe("unknown-voucher")
  story.tells("vera", "add-voucher", neighbour)
  story.tells("vera", "bind-voucher", { voucher: "v1", evidence: "e1" })
  story.tells("vera", "withdraw-voucher", gone)
  expect(story.says("vera", "withdraw-voucher", gone).refusal?.error).toBe("voucher-withdrawn")
  expect(vouchersOf(story.state)).toMatchObject([{ withdrawn: gone.why, evidence: ["e1"] }])
})
