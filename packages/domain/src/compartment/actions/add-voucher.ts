// A person who confirms somebody. Asking or naming him can itself put him in prison (Criminal Code of Russia, 205.1, 284.1), so his
// name stands here and nowhere else; the case knows a number.
import * as v from "valibot"
import { Text, words } from "../../case/fields.ts"
import { madeOf } from "../../stream/action.ts"
import { Id } from "../../stream/line.ts"
import { action, onlyIn, refusal } from "../action.ts"
import { nextNumber } from "../views.ts"

export const AddVoucher = v.strictObject({
  voucher: Id,
  name: words(200),
  where: v.picklist(["russia", "abroad", "not-known"]),
  /** How he knows the person, and how we know him. */
  known: words(4_000),
  contact: v.optional(words(1_000)),
  /** In whose words, and as whom he may be quoted; also: not at all. */
  maySay: Text,
})
export type AddVoucher = v.InferOutput<typeof AddVoucher>

export const addVoucher = action({
  does: "add-voucher",
  v: 1,
  input: AddVoucher,
  offer: onlyIn("vouchers"),
  refuse: (state, { voucher }) => (state.vouchers.some((row) => row.voucher === voucher) ? refusal("noted-already", "/voucher") : null),
  apply: (state, input, ctx) => ({
    ...state,
    vouchers: [...state.vouchers, { ...input, number: nextNumber(state), made: madeOf(ctx) }],
  }),
})
