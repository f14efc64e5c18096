// Who has read the paragraph of a shift that ended, and carries on from it. Once: who was second learns who was first.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { Id } from "../../stream/line.ts"
import { action, refusal } from "../action.ts"

export const TakeShift = v.strictObject({ shift: Id })
export type TakeShift = v.InferOutput<typeof TakeShift>

export const takeShift = action({
  does: "take-shift",
  v: 1,
  input: TakeShift,
  refuse: (state, { shift }) =>
    !state.shifts?.some((row) => row.shift === shift)
      ? refusal("unknown-shift", "/shift")
      : state.shiftsTaken?.some((row) => row.shift === shift)
        ? refusal("shift-taken", "/shift")
        : null,
  apply: (state, input, ctx) => ({ ...state, shiftsTaken: [...(state.shiftsTaken ?? []), { ...input, made: madeOf(ctx) }] }),
})
