// What a government decided.
import { expect, test } from "vitest"
import { caseStory } from "../story.ts"

test("a government's decision is recorded with its reference, of a person in the case", () => {
  const story = caseStory()
  story.opensWithFamily()
  const decision = { person: "pavel", government: "CA", reference: "TRP-1", outcome: "permit issued", on: "2026-12-01" }
  story.tells("anna", "record-decision", decision)
  expect(story.says("anna", "record-decision", { ...decision, government: "RU" }).refusal?.error).toBe("not-one-of")
  expect(story.says("anna", "record-decision", { ...decision, file: `${"f".repeat(25)}a` }).refusal?.error).toBe("unknown-file")
  expect(story.state.decisions).toHaveLength(1)
})
