// Who does it.
import { expect, test } from "vitest"
import { doerOfTask } from "../views/work.ts"
import { caseStory } from "../story.ts"

test("a task is taken, handed on and laid back, and the last word counts", () => {
  const story = caseStory()
  story.opens()
  story.tells("anna", "add-task", { task: "call", text: "ring counsel", for: "anna" })
  expect(doerOfTask(story.state, "call")).toBe("anna")
  story.tells("anna", "pass-task", { task: "call", for: "boris", note: "I am off until Monday" })
  expect(doerOfTask(story.state, "call")).toBe("boris")
  story.tells("boris", "pass-task", { task: "call", for: null })
  expect(doerOfTask(story.state, "call")).toBeNull()
  expect(story.says("anna", "pass-task", { task: "none", for: "anna" }).refusal?.error).toBe("unknown-task")
})

test("what is done is passed to nobody, until the word that it was done is struck", () => {
  const story = caseStory()
  story.opens()
  story.tells("anna", "add-task", { task: "call", text: "ring counsel" })
  const { seq } = story.tells("anna", "finish-task", { task: "call" })
  expect(story.says("boris", "pass-task", { task: "call", for: "boris" }).refusal?.error).toBe("task-done")
  story.tells("anna", "strike", { seq, why: "nobody answered" })
  story.tells("boris", "pass-task", { task: "call", for: "boris" })
})

test("a task that somebody took is not struck from under her", () => {
  const story = caseStory()
  story.opens()
  const { seq } = story.tells("anna", "add-task", { task: "call", text: "ring counsel" })
  story.tells("boris", "pass-task", { task: "call", for: "boris" })
  expect(story.says("anna", "strike", { seq, why: "by mistake" }).refusal?.error).toBe("relied-on")
})
