// Whoever goes off duty says in one paragraph what the next one must know. Nothing in it is computed: what is red shows itself.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { Id } from "../../stream/line.ts"
import { action, refusal } from "../action.ts"

export const LeaveShift = v.strictObject({
  shift: Id,
  text: v.pipe(v.string(), v.trim(), v.minLength(1, "missing"), v.maxLength(4_000, "too-long")),
})
export type LeaveShift = v.InferOutput<typeof LeaveShift>

export const leaveShift = action({
  does: "leave-shift",
  v: 1,
  input: LeaveShift,
  refuse: (state, input) => (state.shifts?.some((row) => row.shift === input.shift) ? refusal("already-recorded", "/shift") : null),
  apply: (state, input, ctx) => ({ ...state, shifts: [...(state.shifts ?? []), { ...input, made: madeOf(ctx) }] }),
})
