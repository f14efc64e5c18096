// What followed.
import { expect, test } from "vitest"
import { caseStory } from "../story.ts"

test("what followed is recorded in a closed case too, of someone in it", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "close-case", { as: "removed", reason: "removed to Russia" })
  story.tells("anna", "record-aftermath", { person: "pavel", on: "2026-11-23", what: "questioned for nine hours, released" })
  expect(story.says("anna", "record-aftermath", { person: "sasha", on: "2026-11-23", what: "x" }).refusal?.error).toBe("unknown-person")
  expect(story.state.aftermath).toHaveLength(1)
})
