// Editions.
import { expect, test } from "vitest"
import { registerStory } from "../story.ts"

test("an edition out of order does not begin", () => {
  const story = registerStory()
  expect(story.says("anna", "begin-edition", { edition: 4, signature: "s" }, { editionSigned: true }).refusal?.error).toBe(
    "edition-out-of-order",
  )
})
