// Undoing a naming.
import { expect, test } from "vitest"
import { membersStory } from "../story.ts"
import { memberOf, rolesAt } from "../views.ts"

test("what was said before holds again", () => {
  const story = membersStory()
  story.tells("ada", "name-member", { member: "anna", name: "Anna", roles: [] })
  const { seq } = story.tells("ada", "name-member", { member: "anna", name: "Hanna", roles: [] })
  expect(story.says("anna", "strike", { seq, why: "x" }).refusal?.error).toBe("not-an-administrator")
  story.tells("ada", "strike", { seq, why: "typo" })
  expect(memberOf(story.state, "anna")?.name).toBe("Anna")
})

test("what rested on a naming before it was struck rests on it for ever; from the strike on the earlier one holds", () => {
  const story = membersStory()
  const first = story.tells("ada", "name-member", { member: "anna", name: "Anna", roles: ["intake"] })
  const second = story.tells("ada", "name-member", { member: "anna", name: "Anna", roles: ["verifier"] })
  const { seq } = story.tells("ada", "strike", { seq: second.seq, why: "another Anna" })
  const at = (place: number) => rolesAt(story.state, "anna", place)
  expect([first.seq - 1, first.seq, second.seq, seq].map(at)).toEqual([[], ["intake"], ["verifier"], ["intake"]])
})

test("a passkey is retired and never struck, and neither is the word that two ids are one person", () => {
  const story = membersStory()
  const passkey = story.tells("anna", "certify-passkey", { credential: "AAAA", rpId: "desk.example", alg: "ES256", key: "AAAA" })
  const again = story.tells("ada", "name-member", { member: "anna-2", name: "Anna", roles: [], formerly: "anna" })
  for (const { seq } of [passkey, again]) expect(story.says("ada", "strike", { seq, why: "?" }).refusal?.error).toBe("cannot-be-struck")
})
