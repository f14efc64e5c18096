// The receipt of a purge: what the server said it destroyed, and the day on which the last backup that still has it must be gone.
// Whoever kept a key and a copy keeps both; no line can change that.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { Hash } from "../../stream/line.ts"
import { PlainDate } from "../../time/plain-date.ts"
import { action, refusal } from "../action.ts"
import { purgesOf } from "../purge.ts"

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const RecordPurge = v.strictObject({
  entry: Hash,
  entries: Count,
  envelopes: Count,
  files: Count,
  /** Files that another stream lists: they stay. */
  kept: Count,
  /** UTC, as the server told it: "2026-11-22T17Z". */
  hour: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\dZ$/, "hour-malformed")),
  backupsUntil: PlainDate,
})
export type RecordPurge = v.InferOutput<typeof RecordPurge>

export const recordPurge = action({
  does: "record-purge",
  v: 1,
  input: RecordPurge,
  refuse: (state, input) => {
    const found = purgesOf(state).find((one) => one.proposed.made.hash === input.entry)
    if (found === undefined || found.approved === null) return refusal("not-approved", "/entry")
    return found.record === null ? null : refusal("already-recorded", "/entry")
  },
  apply: (state, input, ctx) => ({ ...state, purgeRecords: [...(state.purgeRecords ?? []), { ...input, made: madeOf(ctx) }] }),
})
