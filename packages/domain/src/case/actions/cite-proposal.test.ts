// What became of a person in a proposal.
import { expect, test } from "vitest"
import { rungOf } from "../views/lanes.ts"
import { caseStory } from "../story.ts"

test("a case tells that its person was proposed, answered or recalled", () => {
  const story = caseStory()
  story.opensWithFamily()
  const cited = { person: "pavel", proposal: `${"p".repeat(25)}a`, kind: "referral", entry: "a".repeat(64) }
  story.tells("anna", "cite-proposal", { ...cited, step: "released" })
  expect(rungOf(story.state, "pavel")).toBe("proposed")
  story.tells("anna", "cite-proposal", { ...cited, step: "answered", answer: "ACCEPTED", on: "2026-12-02" })
  expect(rungOf(story.state, "pavel")).toBe("accepted")
  story.tells("anna", "cite-proposal", { ...cited, step: "recalled" })
  expect(rungOf(story.state, "pavel")).toBe("not-begun")
})
