// The first half of a blind reading: the reader has made up her mind, and only the hash of it is written.
import * as v from "valibot"
import { samePerson } from "../../stream/action.ts"
import { Hash, Id } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { Saw } from "../fields.ts"
import { unknownClaims } from "../find.ts"
import { roundOf } from "../reading-room.ts"

export const CommitReading = v.strictObject({ claim: Id, commitment: Hash, saw: Saw })
export type CommitReading = v.InferOutput<typeof CommitReading>

export const commitReading = action({
  does: "commit-reading",
  v: 1,
  kind: "judgement",
  input: CommitReading,
  refuse: (state, input, ctx) => {
    const unknown = unknownClaims(state, [input.claim], "/claim")
    if (unknown !== null) return unknown
    const round = roundOf(state, input.claim)
    if (round.commitments.some((row) => samePerson(ctx, row.made.by, ctx.by))) return refusal("reading-twice", "/claim")
    return round.readings.length > 0 ? refusal("reading-not-blind", "/claim") : null
  },
  apply: (state, input, ctx) => addRow(state, "commitments", input, ctx),
})
