// Editions.
import { expect, test } from "vitest"
import { membersStory } from "../story.ts"

test("an unsigned edition does not begin", () => {
  expect(membersStory().says("ada", "begin-edition", { edition: 2, signature: "s" }).refusal?.error).toBe("edition-unsigned")
})
