// Tasks.
import { expect, test } from "vitest"
import { openTasks } from "../views/work.ts"
import { caseStory } from "../story.ts"

test("a task is open until it is done, and an id names one task", () => {
  const story = caseStory()
  story.opensWithFamily()
  story.tells("anna", "add-task", { task: "call", text: "ring counsel", person: "pavel", due: "2026-11-24" })
  expect(openTasks(story.state).map((row) => row.task)).toEqual(["call"])
  expect(story.says("anna", "add-task", { task: "call", text: "again" }).refusal?.error).toBe("task-known")
  expect(story.says("anna", "add-task", { task: "t", text: "again", person: "sasha" }).refusal?.error).toBe("unknown-person")
})
