// May this be spoken of in public: no, ask first, yes. Never said means no.
import * as v from "valibot"
import { action, addRow } from "../action.ts"
import { words } from "../fields.ts"

export const SetPublicity = v.strictObject({ publicity: v.picklist(["no", "ask", "yes"]), note: v.optional(words(2_000)) })
export type SetPublicity = v.InferOutput<typeof SetPublicity>

export const setPublicity = action({
  does: "set-publicity",
  v: 1,
  input: SetPublicity,
  apply: (state, input, ctx) => addRow(state, "publicity", input, ctx),
})
