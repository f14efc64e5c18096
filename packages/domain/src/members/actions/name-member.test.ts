// Names and roles.
import { expect, test } from "vitest"
import { membersStory } from "../story.ts"
import { memberOf, membersOf, personOf } from "../views.ts"

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

test("who lost her keys is one person under both ids, however she is named later", () => {
  const story = membersStory()
  story.tells("ada", "name-member", named)
  story.tells("ada", "name-member", { ...named, member: "anna-2", formerly: "anna" })
  story.tells("ada", "name-member", { ...named, member: "anna-2", roles: ["decider"] })
  story.tells("ada", "name-member", { ...named, member: "anna-3", formerly: "anna-2" })
  expect(["anna", "anna-2", "anna-3", "boris"].map((id) => personOf(story.state, id))).toEqual(["anna", "anna", "anna", "boris"])
  expect(memberOf(story.state, "anna-2")?.roles).toEqual(["decider"])
})

test("an earlier id is said at once or never, and never in a ring", () => {
  const story = membersStory()
  const says = (member: string, formerly: string) => story.says("ada", "name-member", { ...named, member, formerly }).refusal?.error ?? null
  story.tells("ada", "name-member", named)
  expect(says("anna", "boris")).toBe("formerly-too-late")
  expect(says("vera", "vera")).toBe("formerly-herself")
  expect(says("a", "b")).toBeNull()
  expect(says("b", "a")).toBe("formerly-herself")
})
