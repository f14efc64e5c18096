// He no longer vouches, or it has become too dangerous to him. What rests on his number in the case must be weighed again there.
import * as v from "valibot"
import { Reason } from "../../case/fields.ts"
import { Id } from "../../stream/line.ts"
import { action, addRow, onlyIn, refusal } from "../action.ts"
import { unknownVoucher } from "../views.ts"

export const WithdrawVoucher = v.strictObject({ voucher: Id, why: Reason })
export type WithdrawVoucher = v.InferOutput<typeof WithdrawVoucher>

export const withdrawVoucher = action({
  does: "withdraw-voucher",
  v: 1,
  input: WithdrawVoucher,
  offer: onlyIn("vouchers"),
  refuse: (state, { voucher }) =>
    unknownVoucher(state, voucher) ??
    (state.withdrawals.some((row) => row.voucher === voucher) ? refusal("voucher-withdrawn", "/voucher") : null),
  apply: (state, input, ctx) => addRow(state, "withdrawals", input, ctx),
})
