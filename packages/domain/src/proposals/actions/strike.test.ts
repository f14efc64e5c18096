// What can be undone here.
import { expect, test } from "vitest"
import { proposalStory } from "../story.ts"

test("who is in, who signed and what left cannot be struck", () => {
  const story = proposalStory()
  const added = story.adds()
  story.releases()
  for (let seq = added.seq; seq <= story.state.releases.length + 3; seq++) {
    expect(story.says("vera", "strike", { seq, why: "x" }).refusal?.error).toBe("cannot-be-struck")
  }
})
