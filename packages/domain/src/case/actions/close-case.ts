// Nothing more is done here, and why. It can be opened again by any member.
import * as v from "valibot"
import { action, addRow } from "../action.ts"
import { Reason } from "../fields.ts"

export const closeReasons = [
  "arrived",
  "removed",
  "released",
  "withdrawn",
  "lost-contact",
  "deceased",
  "referred",
  "duplicate",
  "other",
] as const
export const CloseCase = v.strictObject({ as: v.optional(v.picklist(closeReasons), "other"), reason: Reason })
export type CloseCase = v.InferOutput<typeof CloseCase>

export const closeCase = action({
  does: "close-case",
  v: 1,
  input: CloseCase,
  apply: (state, input, ctx) => addRow(state, "closings", input, ctx),
})
