// Out again.
import { expect, test } from "vitest"
import { proposalStory } from "../story.ts"

test("a dropped person is out of the rows, and what was frozen with her is frozen no longer", () => {
  const story = proposalStory()
  story.adds()
  const { hash } = story.freezes()
  story.tells("lena", "drop-candidate", { case: story.pavel.case, person: "pavel", why: "he asked to wait" })
  expect(story.says("boris", "approve", { entry: hash }).refusal?.error).toBe("rows-changed")
  expect(story.says("lena", "drop-candidate", { case: story.pavel.case, person: "pavel", why: "x" }).refusal?.error).toBe(
    "unknown-candidate",
  )
})

test("she may be added again later", () => {
  const story = proposalStory()
  story.adds()
  story.tells("lena", "drop-candidate", { case: story.pavel.case, person: "pavel", why: "he asked to wait" })
  story.adds()
})
