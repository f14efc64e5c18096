// The first of two signatures under what is said to everybody. Nothing leaves the desk by it.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { Head } from "../../stream/line.ts"
import { action, refusal } from "../action.ts"
import { PublicStatement, StatementSignature, lastStatementNumber } from "../statements.ts"

export const ProposeStatement = v.strictObject({
  statement: PublicStatement,
  /** Over the bytes that the public checks, and not over this line. */
  signature: StatementSignature,
  saw: Head,
})
export type ProposeStatement = v.InferOutput<typeof ProposeStatement>

export const proposeStatement = action({
  does: "propose-statement",
  v: 1,
  kind: "judgement",
  input: ProposeStatement,
  refuse: (state, { statement }) =>
    statement.number > lastStatementNumber(state, statement.what) ? null : refusal("number-taken", "/statement/number"),
  apply: (state, input, ctx) => ({ ...state, statements: [...(state.statements ?? []), { ...input, made: madeOf(ctx) }] }),
})
