// A proposal's stream has a random id: here is what it is called, so that it can be found again.
import * as v from "valibot"
import { proposalKinds } from "../../evidence/policy.ts"
import { StreamId } from "../../stream/line.ts"
import { action, addRow } from "../action.ts"

export const NameProposal = v.strictObject({
  stream: StreamId,
  kind: v.picklist(proposalKinds),
  title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, "too-long"))),
})
export type NameProposal = v.InferOutput<typeof NameProposal>

export const nameProposal = action({
  does: "name-proposal",
  v: 1,
  input: NameProposal,
  apply: (state, input, ctx) => addRow(state, "proposals", input, ctx),
})
