// Anyone may doubt a claim, an item on it or a reading of it. It stands in the way until someone answers with a reason.
import * as v from "valibot"
import { Id } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { Reason } from "../fields.ts"
import { unknownClaims, unknownEvidence } from "../find.ts"

export const RaiseDoubt = v.strictObject({
  doubt: Id,
  claim: Id,
  text: Reason,
  evidence: v.optional(Id),
  /** The member whose dissenting reading is in question. */
  reader: v.optional(v.pipe(v.string(), v.maxLength(64))),
})
export type RaiseDoubt = v.InferOutput<typeof RaiseDoubt>

export const raiseDoubt = action({
  does: "raise-doubt",
  v: 1,
  input: RaiseDoubt,
  refuse: (state, input) =>
    state.doubts.some((row) => row.doubt === input.doubt)
      ? refusal("doubt-known", "/doubt")
      : (unknownClaims(state, [input.claim]) ?? (input.evidence === undefined ? null : unknownEvidence(state, input.evidence))),
  apply: (state, input, ctx) => addRow(state, "doubts", input, ctx),
})
