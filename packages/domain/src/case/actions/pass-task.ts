// Who does a task from now on: taken by oneself, handed on to another, or laid back for anybody.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { Id } from "../../stream/line.ts"
import { action, refusal } from "../action.ts"
import { words } from "../fields.ts"

export const PassTask = v.strictObject({
  task: Id,
  for: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  note: v.optional(words(2_000)),
})
export type PassTask = v.InferOutput<typeof PassTask>

export const passTask = action({
  does: "pass-task",
  v: 1,
  input: PassTask,
  refuse: (state, { task }) =>
    !state.tasks.some((row) => row.task === task)
      ? refusal("unknown-task", "/task")
      : state.tasksDone.some((row) => row.task === task)
        ? refusal("task-done", "/task")
        : null,
  apply: (state, input, ctx) => ({ ...state, tasksPassed: [...(state.tasksPassed ?? []), { ...input, made: madeOf(ctx) }] }),
})
