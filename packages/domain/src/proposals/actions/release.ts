// The proposal leaves. Two members stand behind the rows, and every case and mailbox is where it was when last checked: if anything
// was stored there since, it must be read and the candidate checked again first.
import * as v from "valibot"
import { Hash, Head } from "../../stream/line.ts"
import { action, addRow, beforeRelease, refusal } from "../action.ts"
import { candidatesOf, rowsDigest } from "../candidates.ts"

export const Release = v.strictObject({
  /** The approval that it carries out. */
  of: Hash,
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  year: v.pipe(v.number(), v.safeInteger(), v.minValue(2000), v.maxValue(2200)),
  saw: Head,
})
export type Release = v.InferOutput<typeof Release>

export const release = action({
  does: "release",
  v: 1,
  kind: "judgement",
  input: Release,
  offer: (state) => beforeRelease(state) ?? (state.approvals.length === 0 ? refusal("not-approved") : null),
  refuse: (state, input, ctx) => {
    const approval = state.approvals.find((row) => row.made.hash === input.of)
    const frozen = state.freezes.find((row) => row.made.hash === approval?.entry)
    if (frozen === undefined) return refusal("not-approved", "/of")
    if (frozen.digest !== rowsDigest(state, ctx.sha256)) return refusal("rows-changed", "/of")
    for (const candidate of candidatesOf(state)) {
      const moved = candidate.heads.find((head) => {
        const guard = ctx.guards.find((one) => one.stream === head.stream)
        return guard !== undefined && (guard.seq !== head.seq || guard.hash !== head.hash)
      })
      if (moved !== undefined) return refusal("moved-since-check", undefined, { person: candidate.person, stream: moved.stream })
    }
    return null
  },
  guards: (state) => candidatesOf(state).flatMap((candidate) => candidate.heads.map((head) => head.stream)),
  apply: (state, input, ctx) => addRow(state, "releases", input, ctx),
})
