// What should leave, exactly.
import { expect, test } from "vitest"
import { proposalStory } from "../story.ts"

test("an empty proposal is not frozen, and a digest of other rows is refused", () => {
  const story = proposalStory()
  expect(story.says("lena", "freeze", { digest: "a".repeat(64) }).refusal?.error).toBe("no-candidates")
  story.adds()
  expect(story.says("lena", "freeze", { digest: "a".repeat(64) }).refusal?.error).toBe("rows-changed")
  story.freezes()
})
