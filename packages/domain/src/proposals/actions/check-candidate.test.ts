// Looking again.
import { expect, test } from "vitest"
import { caseOlga, proposalStory, referralFacts, storyFacts } from "../story.ts"

test("a check that finds a consent gone does not pass", () => {
  const story = proposalStory()
  story.adds()
  const checked = { case: story.pavel.case, person: "pavel" }
  expect(story.says("lena", "check-candidate", { ...checked, facts: storyFacts([]) }).refusal?.error).toBe("consent-none")
  story.tells("lena", "check-candidate", { ...checked, facts: referralFacts() })
})

test("only who is in is checked", () => {
  const story = proposalStory()
  expect(story.says("lena", "check-candidate", { case: caseOlga, person: "olga", facts: referralFacts() }).refusal?.error).toBe(
    "unknown-candidate",
  )
})
