// The second half: what she had made up her mind to. Only after another reader has committed too, so that neither can follow the other.
import * as v from "valibot"
import { commitmentOf } from "../../decision/reading.ts"
import { ReadingFinding } from "../../evidence/dossier.ts"
import { Id } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { Saw, words } from "../fields.ts"
import { unknownClaims } from "../find.ts"
import { roundOf } from "../reading-room.ts"

export const RevealReading = v.strictObject({
  claim: Id,
  finding: ReadingFinding,
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32,128}$/, "salt-malformed")),
  note: v.optional(words(4_000)),
  saw: Saw,
})
export type RevealReading = v.InferOutput<typeof RevealReading>

export const revealReading = action({
  does: "reveal-reading",
  v: 1,
  kind: "judgement",
  input: RevealReading,
  refuse: (state, input, ctx) => {
    const unknown = unknownClaims(state, [input.claim], "/claim")
    if (unknown !== null) return unknown
    const round = roundOf(state, input.claim)
    const own = round.commitments.find((row) => row.made.by === ctx.by)
    if (own === undefined) return refusal("reading-not-committed", "/claim")
    if (round.readings.some((row) => row.made.by === ctx.by)) return refusal("reading-twice", "/claim")
    if (new Set(round.commitments.map((row) => row.made.by)).size < 2) return refusal("reading-alone", "/claim")
    const said = commitmentOf(ctx.sha256, input.salt, input.claim, ctx.by, input.finding)
    return said === own.commitment ? null : refusal("reading-differs", "/finding")
  },
  apply: (state, input, ctx) => addRow(state, "readings", input, ctx),
})
