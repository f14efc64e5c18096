// Editions.
import { expect, test } from "vitest"
import { proposalStory } from "../story.ts"

test("an unsigned edition does not begin", () => {
  const story = proposalStory()
  expect(story.says("lena", "begin-edition", { edition: 2, signature: "s" }).refusal?.error).toBe("edition-unsigned")
  expect(story.folded.edition).toBe(1)
})
