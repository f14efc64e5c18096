// It leaves.
import { expect, test } from "vitest"
import { askPavel, caseOlga, proposalStory, referralFacts } from "../story.ts"
import { proposalStage } from "../views.ts"
import { storyHash } from "../../stream/story.ts"

test("nothing leaves on one member's word", () => {
  const story = proposalStory()
  story.adds()
  const { hash } = story.freezes()
  expect(story.says("lena", "release", { of: hash, number: 1, year: 2026 }).refusal?.error).toBe("not-approved")
  const approval = story.tells("boris", "approve", { entry: hash })
  expect(story.says("lena", "release", { of: hash, number: 1, year: 2026 }).refusal?.error).toBe("not-approved")
  story.tells("lena", "release", { of: approval.hash, number: 1, year: 2026 })
  expect(proposalStage(story.state, storyHash)).toBe("released")
})

test("a message stored in her mailbox since the last check stops the release until someone has looked", () => {
  const story = proposalStory()
  story.adds()
  const { hash } = story.approves()
  story.moves(askPavel, 9)
  const released = { of: hash, number: 1, year: 2026 }
  expect(story.says("lena", "release", released).refusal).toMatchObject({
    error: "moved-since-check",
    params: { person: "pavel", stream: askPavel },
  })
  story.tells("lena", "check-candidate", { case: story.pavel.case, person: "pavel", facts: referralFacts() })
  story.tells("lena", "release", released)
})

test("without the guards it does not leave", () => {
  const story = proposalStory()
  story.adds()
  const { hash } = story.approves()
  expect(story.says("lena", "release", { of: hash, number: 1, year: 2026 }, { guards: [] }).refusal?.error).toBe("guard-missing")
})

test("rows that changed after both signed do not leave", () => {
  const story = proposalStory()
  story.adds()
  const { hash } = story.approves()
  story.adds({ case: caseOlga, person: "olga" })
  expect(story.says("lena", "release", { of: hash, number: 1, year: 2026 }).refusal?.error).toBe("rows-changed")
})

test("it leaves once, and nobody is added after", () => {
  const story = proposalStory()
  story.adds()
  story.releases()
  expect(story.says("lena", "add-candidate", { ...story.pavel, person: "dina" }).refusal?.error).toBe("already-released")
  expect(story.says("boris", "release", { of: story.state.approvals[0]?.made.hash, number: 2, year: 2026 }).refusal?.error).toBe(
    "already-released",
  )
})
