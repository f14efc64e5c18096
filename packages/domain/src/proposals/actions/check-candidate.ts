// The same facts, looked up again: her case or a mailbox has moved since, and someone has read what came.
import * as v from "valibot"
import { Id, StreamId } from "../../stream/line.ts"
import { action, addRow, beforeRelease, refusal } from "../action.ts"
import { candidateOf, factsFault, pinnedPolicy } from "../candidates.ts"
import { CandidateFacts } from "../facts.ts"

export const CheckCandidate = v.strictObject({ case: StreamId, person: Id, facts: CandidateFacts })
export type CheckCandidate = v.InferOutput<typeof CheckCandidate>

export const checkCandidate = action({
  does: "check-candidate",
  v: 1,
  input: CheckCandidate,
  offer: beforeRelease,
  refuse: (state, input, ctx) => {
    const policy = pinnedPolicy(state, ctx)
    const kind = state.opened?.kind
    const candidate = candidateOf(state, input)
    if (policy === null || kind === undefined) return refusal("policy-unknown")
    return candidate === null ? refusal("unknown-candidate", "/person") : factsFault(policy, kind, candidate.row, input.facts)
  },
  guards: (_state, input) => [input.case, ...input.facts.asks],
  apply: (state, input, ctx) => addRow(state, "checks", { ...input, heads: ctx.guards }, ctx),
})
