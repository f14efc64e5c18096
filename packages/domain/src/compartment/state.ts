// What lies in one compartment of one case. Plain data; struck rows are gone from here into `struck`.
import type { Row } from "../stream/line.ts"
import type { Struck } from "../stream/strike.ts"
import type { AddVoucher } from "./actions/add-voucher.ts"
import type { AnswerAdverse } from "./actions/answer-adverse.ts"
import type { BindVoucher } from "./actions/bind-voucher.ts"
import type { NoteAdverse } from "./actions/note-adverse.ts"
import type { OpenCompartment } from "./actions/open-compartment.ts"
import type { WithdrawVoucher } from "./actions/withdraw-voucher.ts"

type Table<Input> = readonly Row<Input>[]

export interface CompartmentState {
  readonly opened: Row<OpenCompartment> | null
  readonly adverse: Table<NoteAdverse>
  readonly answers: Table<AnswerAdverse>
  /** `number`: what the case knows the voucher by. Never given twice, not even after a strike. */
  readonly vouchers: Table<AddVoucher & { readonly number: number }>
  readonly bindings: Table<BindVoucher>
  readonly withdrawals: Table<WithdrawVoucher>
  readonly struck: readonly Struck[]
}

export const emptyCompartmentState: CompartmentState = {
  opened: null,
  adverse: [],
  answers: [],
  vouchers: [],
  bindings: [],
  withdrawals: [],
  struck: [],
}
