// A sentence for everyone at the desk, or for the first page, in three languages; null takes it down.
import * as v from "valibot"
import { action, addRow } from "../action.ts"

const text = v.pipe(v.string(), v.trim(), v.minLength(1, "text-missing"), v.maxLength(2_000, "too-long"))

export const SetNotice = v.strictObject({
  where: v.picklist(["desk", "portal"]),
  text: v.nullable(v.strictObject({ en: text, fr: v.optional(text), ru: v.optional(text) })),
  until: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
})
export type SetNotice = v.InferOutput<typeof SetNotice>

export const setNotice = action({
  does: "set-notice",
  v: 1,
  input: SetNotice,
  apply: (state, input, ctx) => addRow(state, "notices", input, ctx),
})
