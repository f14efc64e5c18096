// Whose passkey it is.
import { expect, test } from "vitest"
import { membersStory } from "../story.ts"
import { passkeyAt, passkeysOf } from "../views.ts"

const passkey = { credential: "AAAAAAAAAAAAAAAAAAAAAA==", rpId: "desk.example", alg: "ES256", key: "AAAA" }

test("any member says which is hers, for herself alone", () => {
  const story = membersStory()
  const { seq } = story.tells("anna", "certify-passkey", passkey)
  expect(passkeyAt(story.state, "anna", passkey.credential, seq)).toEqual(passkey)
  expect(passkeyAt(story.state, "boris", passkey.credential, seq)).toBeNull()
  expect(passkeysOf(story.state, "anna")).toHaveLength(1)
})

test("a touch counts only from the entry on that certified it", () => {
  const story = membersStory()
  story.tells("ada", "name-member", { member: "anna", name: "Anna", roles: [] })
  const { seq } = story.tells("anna", "certify-passkey", passkey)
  expect(passkeyAt(story.state, "anna", passkey.credential, seq - 1)).toBeNull()
})

test("nobody says the same passkey twice, herself or another", () => {
  const story = membersStory()
  story.tells("anna", "certify-passkey", passkey)
  for (const by of ["anna", "boris", "ada"]) expect(story.says(by, "certify-passkey", passkey).refusal?.error).toBe("passkey-known")
})

test("what is no passkey is refused", () => {
  const says = (change: object) => membersStory().says("anna", "certify-passkey", { ...passkey, ...change }).refusal?.error
  expect(says({ rpId: "https://desk.example" })).toBe("malformed")
  expect(says({ alg: "none" })).toBe("not-one-of")
  expect(says({ credential: "<script>" })).toBe("malformed")
})
