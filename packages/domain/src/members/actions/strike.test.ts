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

test("a passkey is retired and never struck, and neither is the word that two ids are one person", () => {
  const story = membersStory()
  const passkey = story.tells("anna", "certify-passkey", { credential: "AAAA", rpId: "desk.example", alg: "ES256", key: "AAAA" })
  const again = story.tells("ada", "name-member", { member: "anna-2", name: "Anna", roles: [], formerly: "anna" })
  for (const { seq } of [passkey, again]) expect(story.says("ada", "strike", { seq, why: "?" }).refusal?.error).toBe("cannot-be-struck")
})
