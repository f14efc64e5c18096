// The second signature under what is said to everybody: never by whoever proposed it, and only while nothing else was said about the same
// thing since. From here on it may leave the desk.
import * as v from "valibot"
import { madeOf, samePerson } from "../../stream/action.ts"
import { Hash, Head } from "../../stream/line.ts"
import { action, refusal } from "../action.ts"
import { StatementSignature, lastStatementNumber } from "../statements.ts"

export const SignStatement = v.strictObject({ entry: Hash, signature: StatementSignature, saw: Head })
export type SignStatement = v.InferOutput<typeof SignStatement>

export const signStatement = action({
  does: "sign-statement",
  v: 1,
  kind: "judgement",
  input: SignStatement,
  refuse: (state, input, ctx) => {
    const proposed = state.statements?.find((row) => row.made.hash === input.entry)
    if (proposed === undefined) return refusal("nothing-to-approve", "/entry")
    if (samePerson(ctx, proposed.made.by, ctx.by)) return refusal("same-member", "/entry")
    if (state.statementSignatures?.some((row) => row.entry === input.entry)) return refusal("already-approved", "/entry")
    if (input.saw.seq < proposed.made.seq) return refusal("saw-too-early", "/saw")
    const { what, number } = proposed.statement
    return number > lastStatementNumber(state, what) ? null : refusal("changed-since", "/entry")
  },
  apply: (state, input, ctx) => ({
    ...state,
    statementSignatures: [...(state.statementSignatures ?? []), { ...input, made: madeOf(ctx) }],
  }),
})
