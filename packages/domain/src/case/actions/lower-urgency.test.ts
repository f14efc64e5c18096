// Treating as less urgent.
import { expect, test } from "vitest"
import { loweredTo } from "../views/signed.ts"
import { caseStory } from "../story.ts"

test("it takes two, and only until there is news", () => {
  const story = caseStory()
  story.opensWithFamily()
  const { hash } = story.tells("anna", "lower-urgency", { person: "pavel", to: "H", reason: "the flight was called off" })
  expect(loweredTo(story.state, "pavel")).toBeNull()
  expect(story.says("anna", "approve", { entry: hash }).refusal?.error).toBe("same-member")
  story.tells("boris", "approve", { entry: hash })
  expect(loweredTo(story.state, "pavel")?.to).toBe("H")
  story.tells("anna", "record-event", { person: "pavel", event: { type: "removal.scheduled", at: "2026-11-25", confidence: "reported" } })
  expect(loweredTo(story.state, "pavel")).toBeNull()
})

test("nobody is lowered to E", () => {
  const story = caseStory()
  story.opensWithFamily()
  expect(story.says("anna", "lower-urgency", { person: "pavel", to: "E", reason: "r" }).refusal?.error).toBe("not-one-of")
})
