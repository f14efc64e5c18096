// A look at a standing danger.
import { expect, test } from "vitest"
import { storyStart } from "../../stream/story.ts"
import { reviewOf } from "../views/work.ts"
import { caseStory } from "../story.ts"

const hour = 3_600_000

test("a review holds for three days at most and never backwards", () => {
  const story = caseStory()
  story.opensWithFamily()
  const review = (until: number) =>
    story.says("anna", "review-urgency", { person: "pavel", reason: "nothing new", until }, { at: storyStart }).refusal?.error
  expect(review(storyStart + 73 * hour)).toBe("review-too-long")
  expect(review(storyStart)).toBe("review-too-long")
  expect(review(storyStart + 72 * hour)).toBeUndefined()
  expect(reviewOf(story.state, "pavel")?.until).toBe(storyStart + 72 * hour)
})
