// A waiting question was put.
import { expect, test } from "vitest"
import { openQuestions } from "../views/work.ts"
import { caseStory } from "../story.ts"

test("a question is put once and leaves the list", () => {
  const story = caseStory()
  story.opens()
  expect(story.says("anna", "asked", { id: "q" }).refusal?.error).toBe("unknown-question")
  story.tells("anna", "ask-next", { id: "q", text: "who signed the paper" })
  story.tells("boris", "asked", { id: "q", answer: "the officer" })
  expect(openQuestions(story.state)).toEqual([])
  expect(story.says("anna", "asked", { id: "q" }).refusal?.error).toBe("already-asked")
})
