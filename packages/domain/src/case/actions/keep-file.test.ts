// Files of a case.
import { expect, test } from "vitest"
import { wifesMailbox } from "../story.ts"
import { caseStory } from "../story.ts"

const file = {
  id: `${"f".repeat(25)}a`,
  name: "postanovlenie.pdf",
  type: "application/pdf",
  bytes: 1000,
  sha256: "a".repeat(64),
  parts: 1,
  partBytes: 16384,
  secret: "AGE-SECRET-KEY-PQ-1TEST",
}

test("a file out of a request needs that request joined; a member's scan does not", () => {
  const story = caseStory()
  story.opensWithFamily()
  expect(story.says("anna", "keep-file", { file, from: { ask: wifesMailbox }, name: "Ruling" }).refusal?.error).toBe("request-not-joined")
  story.joins()
  story.tells("anna", "keep-file", { file, from: { ask: wifesMailbox }, name: "Ruling" })
  expect(story.says("anna", "keep-file", { file, from: "member", name: "Ruling" }).refusal?.error).toBe("file-known")
  story.tells("anna", "keep-file", { file: { ...file, id: `${"g".repeat(25)}a` }, from: "member", name: "Scan" })
})

test("a request whose files are kept cannot be struck from under them", () => {
  const story = caseStory()
  story.opensWithFamily()
  const joined = story.joins()
  story.tells("anna", "keep-file", { file, from: { ask: wifesMailbox }, name: "Ruling" })
  expect(story.says("anna", "strike", { seq: joined.seq, why: "x" }).refusal?.error).toBe("relied-on")
})
