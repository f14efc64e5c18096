// Who is on duty between two moments, in the order in which they are woken: a swap, or a single night, before what the week says.
import * as v from "valibot"
import { action, addRow, refusal } from "../action.ts"

const Moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const SetDuty = v.strictObject({
  from: Moment,
  until: Moment,
  members: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(64))), v.maxLength(50, "too-many")),
  note: v.optional(v.pipe(v.string(), v.maxLength(4_000, "too-long"))),
})
export type SetDuty = v.InferOutput<typeof SetDuty>

export const setDuty = action({
  does: "set-duty",
  v: 1,
  input: SetDuty,
  refuse: (_state, input) => (input.from < input.until ? null : refusal("ends-before-it-begins", "/until")),
  apply: (state, input, ctx) => addRow(state, "duty", input, ctx),
})
