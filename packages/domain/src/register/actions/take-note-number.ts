// Notes are numbered in sequence within a year, without gaps and for ever: a number once taken is not given again.
import * as v from "valibot"
import { StreamId } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"

export const TakeNoteNumber = v.strictObject({
  year: v.pipe(v.number(), v.safeInteger(), v.minValue(2000), v.maxValue(2200)),
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  proposal: StreamId,
})
export type TakeNoteNumber = v.InferOutput<typeof TakeNoteNumber>

export const takeNoteNumber = action({
  does: "take-note-number",
  v: 1,
  input: TakeNoteNumber,
  refuse: (state, input) => {
    if (state.noteNumbers.some((row) => row.proposal === input.proposal)) return refusal("proposal-numbered", "/proposal")
    const next = 1 + Math.max(0, ...state.noteNumbers.filter((row) => row.year === input.year).map((row) => row.number))
    return input.number === next ? null : refusal("number-out-of-order", "/number", { next })
  },
  apply: (state, input, ctx) => addRow(state, "noteNumbers", input, ctx),
})
