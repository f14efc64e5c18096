// Another policy judges from its place on.
import { expect, test } from "vitest"
import { policyPin } from "../find.ts"
import { storyPins } from "../story.ts"
import { caseStory } from "../story.ts"

test("the last policy adopted is the one that judges", () => {
  const story = caseStory()
  story.opens()
  story.tells("anna", "adopt-policy", { policy: storyPins[1] })
  expect(policyPin(story.state)).toEqual(storyPins[1])
})

test("the same policy is not adopted twice, and an unknown one not at all", () => {
  const story = caseStory()
  story.opens()
  expect(story.says("anna", "adopt-policy", { policy: storyPins[0] }).refusal?.error).toBe("policy-already-adopted")
  expect(story.says("anna", "adopt-policy", { policy: { ...storyPins[0], id: "other/1" } }).refusal?.error).toBe("policy-unknown")
})
