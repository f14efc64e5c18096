// Done, or no longer needed: either way with a word.
import * as v from "valibot"
import { Id } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { words } from "../fields.ts"

export const FinishTask = v.strictObject({ task: Id, note: v.optional(words(2_000)) })
export type FinishTask = v.InferOutput<typeof FinishTask>

export const finishTask = action({
  does: "finish-task",
  v: 1,
  input: FinishTask,
  refuse: (state, input) =>
    !state.tasks.some((row) => row.task === input.task)
      ? refusal("unknown-task", "/task")
      : state.tasksDone.some((row) => row.task === input.task)
        ? refusal("task-done", "/task")
        : null,
  apply: (state, input, ctx) => addRow(state, "tasksDone", input, ctx),
})
