// Editions.
import { expect, test } from "vitest"
import { compartmentStory } from "../story.ts"

test("an unsigned edition does not begin", () => {
  expect(compartmentStory("adverse").says("vera", "begin-edition", { edition: 2, signature: "s" }).refusal?.error).toBe("edition-unsigned")
})
