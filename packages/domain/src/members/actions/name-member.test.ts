// Names and roles.
import { expect, test } from "vitest"
import { membersStory } from "../story.ts"
import { memberOf, membersOf } from "../views.ts"

const named = { member: "anna", name: "Anna", roles: ["intake", "caseworker"] }

test("an administrator names; nobody else does, herself included", () => {
  const story = membersStory()
  expect(story.says("anna", "name-member", named).refusal?.error).toBe("not-an-administrator")
  story.tells("ada", "name-member", named)
  expect(membersOf(story.state)).toEqual([named])
})

test("the last naming holds", () => {
  const story = membersStory()
  story.tells("ada", "name-member", named)
  story.tells("ada", "name-member", { ...named, roles: ["decider"] })
  expect(memberOf(story.state, "anna")?.roles).toEqual(["decider"])
  expect(memberOf(story.state, "boris")).toBeNull()
  expect(story.says("ada", "name-member", { ...named, roles: ["king"] }).refusal?.error).toBe("not-one-of")
})
