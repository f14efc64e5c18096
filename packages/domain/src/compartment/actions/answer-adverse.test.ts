// The answer to a note.
import { expect, test } from "vitest"
import { compartmentStory, rumour } from "../story.ts"
import { answerTo } from "../views.ts"

test("the last answer holds, and only what was noted can be answered", () => {
  const story = compartmentStory("adverse")
  const answer = { note: "n1", answer: "Another man of the same name.", outcome: "partly" }
  expect(story.says("vera", "answer-adverse", answer).refusal?.error).toBe("unknown-note")
  story.tells("vera", "note-adverse", rumour)
  story.tells("vera", "answer-adverse", answer)
  story.tells("dan", "answer-adverse", { ...answer, outcome: "answered" })
  expect(answerTo(story.state, "n1")?.outcome).toBe("answered")
})
