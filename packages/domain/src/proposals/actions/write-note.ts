// A word between those who work on a proposal. It never leaves with it.
import * as v from "valibot"
import { action, addRow } from "../action.ts"

export const WriteNote = v.strictObject({
  text: v.pipe(v.string(), v.trim(), v.minLength(1, "text-missing"), v.maxLength(20_000, "too-long")),
})
export type WriteNote = v.InferOutput<typeof WriteNote>

export const writeNote = action({
  does: "write-note",
  v: 1,
  input: WriteNote,
  apply: (state, input, ctx) => addRow(state, "notes", input, ctx),
})
