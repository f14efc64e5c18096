// What was really sent: the number that the registry gave, the day, the scan. Until someone says so, nothing counts as sent.
import * as v from "valibot"
import { SealedFile } from "../../request/file.ts"
import { PlainDate } from "../../time/index.ts"
import { action, addRow, afterRelease } from "../action.ts"

const short = v.pipe(v.string(), v.trim(), v.minLength(1, "text-missing"), v.maxLength(200, "too-long"))

export const RecordSent = v.strictObject({
  number: short,
  on: PlainDate,
  to: v.optional(short),
  how: v.optional(short),
  scan: v.optional(SealedFile),
})
export type RecordSent = v.InferOutput<typeof RecordSent>

export const recordSent = action({
  does: "record-sent",
  v: 1,
  input: RecordSent,
  offer: afterRelease,
  apply: (state, input, ctx) => addRow(state, "sent", input, ctx),
})
