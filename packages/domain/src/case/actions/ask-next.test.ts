// Ask when he next calls.
import { expect, test } from "vitest"
import { openQuestions } from "../views/work.ts"
import { caseStory } from "../story.ts"

test("a question waits until it was put", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "ask-next", { id: "q", text: "who signed the paper", person: "pavel" })
  expect(openQuestions(story.state).map((row) => row.id)).toEqual(["q"])
  expect(story.says("anna", "ask-next", { id: "q", text: "again" }).refusal?.error).toBe("question-known")
})
