// One person into the proposal: exactly the row that would leave, and what was checked in her case. The guards fix case and mailboxes.
import * as v from "valibot"
import { Id, StreamId } from "../../stream/line.ts"
import { action, addRow, beforeRelease, refusal } from "../action.ts"
import { candidateOf, factsFault, pinnedPolicy, rowFault } from "../candidates.ts"
import { CandidateFacts, CandidateRow } from "../facts.ts"

export const AddCandidate = v.strictObject({ case: StreamId, person: Id, row: CandidateRow, facts: CandidateFacts })
export type AddCandidate = v.InferOutput<typeof AddCandidate>

export const addCandidate = action({
  does: "add-candidate",
  v: 1,
  input: AddCandidate,
  offer: beforeRelease,
  refuse: (state, input, ctx) => {
    const policy = pinnedPolicy(state, ctx)
    const kind = state.opened?.kind
    if (policy === null || kind === undefined) return refusal("policy-unknown")
    if (candidateOf(state, input) !== null) return refusal("already-candidate", "/person")
    return rowFault(policy, kind, input.row) ?? factsFault(policy, kind, input.row, input.facts)
  },
  guards: (_state, input) => [input.case, ...input.facts.asks],
  apply: (state, input, ctx) => addRow(state, "candidates", { ...input, heads: ctx.guards }, ctx),
})
