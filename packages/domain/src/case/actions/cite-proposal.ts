// What became of a person in a proposal, said in her own case: the proposal's stream and the entry there, by hash.
import * as v from "valibot"
import { proposalKinds } from "../../evidence/policy.ts"
import { proposalAnswers } from "../../proposals/answer.ts"
import { Hash, StreamId } from "../../stream/line.ts"
import { PlainDate } from "../../time/index.ts"
import { action, addRow, onceOpened } from "../action.ts"
import { PersonId } from "../fields.ts"
import { unknownPerson } from "../find.ts"

export const CiteProposal = v.strictObject({
  person: PersonId,
  proposal: StreamId,
  kind: v.picklist(proposalKinds),
  step: v.picklist(["added", "dropped", "released", "sent", "answered", "recalled"]),
  entry: Hash,
  on: v.optional(PlainDate),
  answer: v.optional(v.picklist(proposalAnswers)),
})
export type CiteProposal = v.InferOutput<typeof CiteProposal>

export const citeProposal = action({
  does: "cite-proposal",
  v: 1,
  input: CiteProposal,
  offer: onceOpened,
  refuse: (state, input) => unknownPerson(state, input.person),
  apply: (state, input, ctx) => addRow(state, "proposals", input, ctx),
})
