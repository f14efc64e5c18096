// One member's conclusion about one person, with its reasons, resting on evidence and policy frozen by hash. It becomes a finding
// only when another approves it. "Decision" is a word of the law: without an instrument in force the fold refuses it.
import * as v from "valibot"
import { Basis, basisFault } from "../../decision/basis.ts"
import { DecisionKind, DecisionOutcome, Reasons } from "../../decision/decision.ts"
import { Id } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { PersonId, Saw } from "../fields.ts"
import { policyPin, standingEvidence, unknownPerson } from "../find.ts"
import { pinnedPolicy } from "../pinned.ts"

export const Recommend = v.strictObject({
  recommendation: Id,
  person: PersonId,
  kind: DecisionKind,
  outcome: DecisionOutcome,
  reasons: Reasons,
  basis: Basis,
  saw: Saw,
})
export type Recommend = v.InferOutput<typeof Recommend>

export const recommend = action({
  does: "recommend",
  v: 1,
  kind: "judgement",
  input: Recommend,
  refuse: (state, input, ctx) => {
    const unknown = unknownPerson(state, input.person)
    if (unknown !== null) return unknown
    if (state.recommendations.some((row) => row.recommendation === input.recommendation))
      return refusal("recommendation-known", "/recommendation")
    const policy = pinnedPolicy(state, ctx)
    if (input.kind === "decision" && policy?.instrument.state !== "IN_FORCE") return refusal("no-instrument-in-force", "/kind")
    if (input.basis.policyHash !== policyPin(state)?.hash) return refusal("policy-changed", "/basis/policyHash")
    const fault = basisFault(input.basis.evidence, standingEvidence(state, input.person))
    return fault === null ? null : refusal(fault.fault, "/basis/evidence", { evidence: fault.id })
  },
  apply: (state, input, ctx) => addRow(state, "recommendations", input, ctx),
})
