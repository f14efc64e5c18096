// Nothing more is expected until then, and why. A later hold replaces it; null lifts it.
import * as v from "valibot"
import { DateOrInstant } from "../../time/index.ts"
import { action, addRow } from "../action.ts"
import { Reason } from "../fields.ts"

export const Hold = v.strictObject({ until: v.nullable(DateOrInstant), why: Reason })
export type Hold = v.InferOutput<typeof Hold>

export const hold = action({
  does: "hold",
  v: 1,
  input: Hold,
  apply: (state, input, ctx) => addRow(state, "holds", input, ctx),
})
