// Evidence bound to claims.
import { expect, test } from "vitest"
import { caseStory } from "../story.ts"

const item = { claims: ["picket"], source: "media", origin: "newspaper", authenticity: "plausible", identity: "likely" }

test("evidence is a kept file or a statement, and never both or neither", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.proves()
  expect(story.says("anna", "bind-evidence", { ...item, evidence: "e" }).refusal?.error).toBe("file-or-statement")
  expect(story.says("anna", "bind-evidence", { ...item, evidence: "e", file: `${"f".repeat(25)}a`, statement: "s" }).refusal?.error).toBe(
    "file-or-statement",
  )
  expect(story.says("anna", "bind-evidence", { ...item, evidence: "e", file: `${"f".repeat(25)}a` }).refusal?.error).toBe("unknown-file")
  story.tells("anna", "bind-evidence", { ...item, evidence: "e", statement: "s" })
})

test("evidence of no claim of this case is refused", () => {
  const story = caseStory()
  story.opensWithFamily()
  expect(story.says("anna", "bind-evidence", { ...item, evidence: "e", statement: "s" }).refusal?.error).toBe("unknown-claim")
})
