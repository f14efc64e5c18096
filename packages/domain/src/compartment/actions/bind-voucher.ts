// Which evidence of the case comes from this voucher. The case itself says only his number, as the item's independent origin.
import * as v from "valibot"
import { Id } from "../../stream/line.ts"
import { action, addRow, onlyIn, refusal } from "../action.ts"
import { unknownVoucher } from "../views.ts"

export const BindVoucher = v.strictObject({ voucher: Id, evidence: Id })
export type BindVoucher = v.InferOutput<typeof BindVoucher>

export const bindVoucher = action({
  does: "bind-voucher",
  v: 1,
  input: BindVoucher,
  offer: onlyIn("vouchers"),
  refuse: (state, { voucher, evidence }) =>
    unknownVoucher(state, voucher) ??
    (state.withdrawals.some((row) => row.voucher === voucher)
      ? refusal("voucher-withdrawn", "/voucher")
      : state.bindings.some((row) => row.evidence === evidence)
        ? refusal("noted-already", "/evidence")
        : null),
  apply: (state, input, ctx) => addRow(state, "bindings", input, ctx),
})
