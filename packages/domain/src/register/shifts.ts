// Shifts that ended, with what was said at their end and who carried on.
import type { Made, Row } from "../stream/line.ts"
import type { LeaveShift } from "./actions/leave-shift.ts"
import type { RegisterState } from "./state.ts"

export type ShiftLeft = Row<LeaveShift> & { readonly taken: Made | null }

/** The latest first. */
export const shiftsLeft = (state: RegisterState): readonly ShiftLeft[] =>
  (state.shifts ?? [])
    .map((row) => ({ ...row, taken: state.shiftsTaken?.find(({ shift }) => shift === row.shift)?.made ?? null }))
    .toReversed()

/** When a member last went off duty; null: never, as far as the register knows. */
export const lastLeft = (state: RegisterState, member: string): number | null =>
  state.shifts?.findLast((row) => row.made.by === member)?.made.at ?? null

/** When a member last took over from somebody. */
export const lastTaken = (state: RegisterState, member: string): number | null =>
  state.shiftsTaken?.findLast((row) => row.made.by === member)?.made.at ?? null
