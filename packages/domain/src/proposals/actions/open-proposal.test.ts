// How a proposal begins.
import { expect, test } from "vitest"
import { storyPins } from "../../case/story.ts"
import { proposalStory } from "../story.ts"

test("a proposal is opened once", () => {
  const { says } = proposalStory()
  expect(says("lena", "open-proposal", { kind: "note", policy: storyPins[0] }).refusal?.error).toBe("already-opened")
})
