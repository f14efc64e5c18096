// A yes taken back after it left.
import { expect, test } from "vitest"
import { plainDateOf } from "../../time/index.ts"
import { proposalStory } from "../story.ts"
import { silenceDays } from "../views.ts"

test("only what left can be recalled, once; the record of what left stays", () => {
  const story = proposalStory()
  story.adds()
  const taken = { case: story.pavel.case, person: "pavel", why: "his letter of 1 December" }
  expect(story.says("lena", "recall", taken).refusal?.error).toBe("not-released")
  story.releases()
  story.tells("lena", "record-sent", { number: "1", on: "2026-11-24" })
  story.tells("lena", "recall", taken)
  expect(story.says("lena", "recall", taken).refusal?.error).toBe("already-recalled")
  expect(silenceDays(story.state, story.pavel, plainDateOf("2026-12-24"))).toBeNull()
  expect(story.state.candidates).toHaveLength(1)
})
