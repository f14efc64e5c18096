// Keys that open requests.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"
import { intakeSecret } from "../views.ts"

test("a key is held under its number once, and cannot be struck away", () => {
  const story = registerStory()
  const { seq } = story.tells("anna", "hold-intake-key", { number: 1, secret: "S1" })
  expect(story.says("anna", "hold-intake-key", { number: 1, secret: "S2" }).refusal?.error).toBe("key-known")
  expect(story.says("anna", "strike", { seq, why: "x" }).refusal?.error).toBe("cannot-be-struck")
  expect(intakeSecret(story.state, 1)).toBe("S1")
  expect(intakeSecret(story.state, 2)).toBeNull()
})
