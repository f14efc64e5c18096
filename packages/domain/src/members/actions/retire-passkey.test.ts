// A passkey that was lost.
import { expect, test } from "vitest"
import { membersStory } from "../story.ts"
import { passkeyAt, passkeysOf } from "../views.ts"

const passkey = { credential: "AAAAAAAAAAAAAAAAAAAAAA==", rpId: "desk.example", alg: "ES256", key: "AAAA" }

test("counts no more from then on; what it signed before still counts", () => {
  const story = membersStory()
  const certified = story.tells("anna", "certify-passkey", passkey)
  const retired = story.tells("anna", "retire-passkey", { credential: passkey.credential })
  expect(passkeyAt(story.state, "anna", passkey.credential, certified.seq)).toEqual(passkey)
  expect(passkeyAt(story.state, "anna", passkey.credential, retired.seq)).toBeNull()
  expect(passkeysOf(story.state, "anna")).toEqual([])
})

test("is given up by its owner or an administrator, once, and never comes back", () => {
  const story = membersStory()
  story.tells("anna", "certify-passkey", passkey)
  const retire = (by: string) => story.says(by, "retire-passkey", { credential: passkey.credential }).refusal?.error ?? null
  expect(retire("boris")).toBe("not-an-administrator")
  expect(retire("ada")).toBeNull()
  expect(retire("anna")).toBe("passkey-unknown")
  expect(story.says("anna", "certify-passkey", passkey).refusal?.error).toBe("passkey-known")
})
