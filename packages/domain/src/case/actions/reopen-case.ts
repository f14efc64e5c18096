// A closed case goes on.
import * as v from "valibot"
import { action, addRow, refusal } from "../action.ts"
import { Reason } from "../fields.ts"
import { isClosed } from "../state.ts"

export const ReopenCase = v.strictObject({ reason: Reason })
export type ReopenCase = v.InferOutput<typeof ReopenCase>

export const reopenCase = action({
  does: "reopen-case",
  v: 1,
  input: ReopenCase,
  offer: (state) => (state.opened === null ? refusal("not-opened") : isClosed(state) ? null : refusal("case-not-closed")),
  apply: (state, input, ctx) => addRow(state, "reopenings", input, ctx),
})
