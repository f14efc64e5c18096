// Who answers for it.
import { expect, test } from "vitest"
import { ownerOf } from "../views/work.ts"
import { caseStory } from "../story.ts"

test("the last who took it has it, and it can be let go", () => {
  const story = caseStory()
  story.opens()
  story.tells("anna", "take-case", { owner: "anna" })
  story.tells("boris", "take-case", { owner: "boris" })
  expect(ownerOf(story.state)).toBe("boris")
  story.tells("boris", "take-case", { owner: null })
  expect(ownerOf(story.state)).toBeNull()
})
