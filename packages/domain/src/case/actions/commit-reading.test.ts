// The first half of a blind reading.
import { expect, test } from "vitest"
import { storyHash } from "../../stream/story.ts"
import { caseStory } from "../story.ts"

test("one reader commits once in a round", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  story.tells("vera", "commit-reading", { claim: "picket", commitment: storyHash("a") })
  expect(story.says("vera", "commit-reading", { claim: "picket", commitment: storyHash("b") }).refusal?.error).toBe("reading-twice")
})

test("a commitment to a claim that nobody made is refused", () => {
  const story = caseStory()
  story.opensWithFamily()
  expect(story.says("vera", "commit-reading", { claim: "picket", commitment: storyHash("a") }).refusal?.error).toBe("unknown-claim")
})

test("an unrevealed commitment can be struck, so that a reader who left does not block the others", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  const { seq } = story.tells("vera", "commit-reading", { claim: "picket", commitment: storyHash("a") })
  story.tells("anna", "strike", { seq, why: "she left the desk" })
  story.readsBlind("picket", ["established", "established"], ["vera", "boris"])
})
