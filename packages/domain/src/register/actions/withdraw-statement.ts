// Takes back what two members said to everybody. One is enough: to fall silent harms less than to go on saying what no longer holds.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { PlainDate } from "../../time/index.ts"
import { action, refusal } from "../action.ts"
import { StatementNumber, StatementSignature, lastStatementNumber, standingStatement, statementSubjects } from "../statements.ts"

export const WithdrawStatement = v.strictObject({
  of: v.picklist(statementSubjects),
  number: StatementNumber,
  on: PlainDate,
  signature: StatementSignature,
})
export type WithdrawStatement = v.InferOutput<typeof WithdrawStatement>

export const withdrawStatement = action({
  does: "withdraw-statement",
  v: 1,
  input: WithdrawStatement,
  refuse: (state, { of, number }) => {
    if (standingStatement(state, of) === null) return refusal("nothing-to-withdraw", "/of")
    return number > lastStatementNumber(state, of) ? null : refusal("number-taken", "/number")
  },
  apply: (state, input, ctx) => ({
    ...state,
    statementWithdrawals: [...(state.statementWithdrawals ?? []), { ...input, made: madeOf(ctx) }],
  }),
})
