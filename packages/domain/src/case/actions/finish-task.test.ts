// Done.
import { expect, test } from "vitest"
import { openTasks } from "../views/work.ts"
import { caseStory } from "../story.ts"

test("a finished task is finished once; striking it opens the task again", () => {
  const story = caseStory()
  story.opens()
  story.tells("anna", "add-task", { task: "call", text: "ring counsel" })
  const { seq } = story.tells("anna", "finish-task", { task: "call" })
  expect(openTasks(story.state)).toEqual([])
  expect(story.says("anna", "finish-task", { task: "call" }).refusal?.error).toBe("task-done")
  expect(story.says("anna", "finish-task", { task: "none" }).refusal?.error).toBe("unknown-task")
  story.tells("anna", "strike", { seq, why: "nobody answered" })
  expect(openTasks(story.state)).toHaveLength(1)
})
