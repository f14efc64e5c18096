// The desk's policy.
import { expect, test } from "vitest"
import { storyPins } from "../../case/story.ts"
import { registerStory } from "../story.ts"
import { adoptedPolicy } from "../views.ts"

test("the last policy adopted is the desk's, and only one that ships can be", () => {
  const story = registerStory()
  story.tells("anna", "adopt-policy", { policy: storyPins[0] })
  expect(story.says("anna", "adopt-policy", { policy: storyPins[0] }).refusal?.error).toBe("policy-already-adopted")
  expect(story.says("anna", "adopt-policy", { policy: { ...storyPins[1], hash: "0".repeat(64) } }).refusal?.error).toBe("policy-unknown")
  story.tells("anna", "adopt-policy", { policy: storyPins[1] })
  expect(adoptedPolicy(story.state)).toEqual(storyPins[1])
})
