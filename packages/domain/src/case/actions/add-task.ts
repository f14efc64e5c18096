// Something to be done, by whom if known, by when if it matters.
import * as v from "valibot"
import { Id } from "../../stream/line.ts"
import { DateOrInstant } from "../../time/index.ts"
import { action, addRow, refusal } from "../action.ts"
import { MessageRef, PersonId, words } from "../fields.ts"
import { unknownPeople } from "../find.ts"

export const AddTask = v.strictObject({
  task: Id,
  text: words(2_000),
  person: v.optional(PersonId),
  for: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  due: v.optional(DateOrInstant),
  /** The message that makes it; then `text` names its kind. */
  about: v.optional(MessageRef),
})
export type AddTask = v.InferOutput<typeof AddTask>

export const addTask = action({
  does: "add-task",
  v: 1,
  input: AddTask,
  refuse: (state, input) =>
    state.tasks.some((row) => row.task === input.task)
      ? refusal("task-known", "/task")
      : unknownPeople(state, input.person === undefined ? [] : [input.person]),
  apply: (state, input, ctx) => addRow(state, "tasks", input, ctx),
})
