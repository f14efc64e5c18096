// What a government answered about one person. Each person has an answer of her own, and silence is one too.
import * as v from "valibot"
import { Id, StreamId } from "../../stream/line.ts"
import { PlainDate } from "../../time/index.ts"
import { action, addRow, afterRelease, refusal } from "../action.ts"
import { proposalAnswers } from "../answer.ts"
import { candidateOf } from "../candidates.ts"

export const RecordAnswer = v.strictObject({
  case: StreamId,
  person: Id,
  answer: v.picklist(proposalAnswers),
  on: PlainDate,
  reference: v.optional(v.pipe(v.string(), v.maxLength(200, "too-long"))),
  text: v.optional(v.pipe(v.string(), v.maxLength(4_000, "too-long"))),
})
export type RecordAnswer = v.InferOutput<typeof RecordAnswer>

export const recordAnswer = action({
  does: "record-answer",
  v: 1,
  input: RecordAnswer,
  offer: (state) => afterRelease(state) ?? (state.sent.length === 0 ? refusal("not-sent") : null),
  refuse: (state, input) => (candidateOf(state, input) === null ? refusal("unknown-candidate", "/person") : null),
  apply: (state, input, ctx) => addRow(state, "answers", input, ctx),
})
