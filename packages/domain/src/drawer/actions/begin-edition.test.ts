// Editions.
import { expect, test } from "vitest"
import { drawerStory } from "../story.ts"

test("an unsigned edition does not begin", () => {
  expect(drawerStory().says("anna", "begin-edition", { edition: 2, signature: "s" }).refusal?.error).toBe("edition-unsigned")
})
