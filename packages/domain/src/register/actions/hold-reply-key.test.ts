// Keys that sign answers.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"
import { replySecret } from "../views.ts"

test("intake and reply keys are numbered apart", () => {
  const story = registerStory()
  story.tells("anna", "hold-intake-key", { number: 1, secret: "I1" })
  story.tells("anna", "hold-reply-key", { number: 1, secret: "R1" })
  expect(replySecret(story.state, 1)).toBe("R1")
  expect(story.says("anna", "hold-reply-key", { number: 1, secret: "R2" }).refusal?.error).toBe("key-known")
})
