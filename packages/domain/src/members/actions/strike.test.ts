// Undoing a naming.
import { expect, test } from "vitest"
import { membersStory } from "../story.ts"
import { memberOf } from "../views.ts"

test("what was said before holds again", () => {
  const story = membersStory()
  story.tells("ada", "name-member", { member: "anna", name: "Anna", roles: [] })
  const { seq } = story.tells("ada", "name-member", { member: "anna", name: "Hanna", roles: [] })
  expect(story.says("anna", "strike", { seq, why: "x" }).refusal?.error).toBe("not-an-administrator")
  story.tells("ada", "strike", { seq, why: "typo" })
  expect(memberOf(story.state, "anna")?.name).toBe("Anna")
})
