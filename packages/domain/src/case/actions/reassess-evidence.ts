// A second look at an item: the whole assessment again, so that what it now is can be read in one entry and cited by one hash.
import * as v from "valibot"
import { Id } from "../../stream/line.ts"
import { action, addRow } from "../action.ts"
import { Reason } from "../fields.ts"
import { unknownClaims, unknownEvidence } from "../find.ts"
import { assessment } from "./bind-evidence.ts"

export const ReassessEvidence = v.strictObject({
  evidence: Id,
  claims: v.pipe(v.array(Id), v.minLength(1, "claim-missing"), v.maxLength(200, "too-many")),
  ...assessment,
  why: Reason,
})
export type ReassessEvidence = v.InferOutput<typeof ReassessEvidence>

export const reassessEvidence = action({
  does: "reassess-evidence",
  v: 1,
  input: ReassessEvidence,
  refuse: (state, input) => unknownEvidence(state, input.evidence) ?? unknownClaims(state, input.claims),
  apply: (state, input, ctx) => addRow(state, "reassessments", input, ctx),
})
