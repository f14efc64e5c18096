// Looking into a compartment.
import { type Refusal, refusal } from "../refusal.ts"
import type { Made } from "../stream/line.ts"
import { rowsAt } from "../stream/strike.ts"
import type { AnswerAdverse } from "./actions/answer-adverse.ts"
import type { CompartmentState } from "./state.ts"

type Voucher = CompartmentState["vouchers"][number]

/** What the case names a voucher by. Letters that stand for no language: what it is called on a page is the page's matter. */
export const originOf = (number: number): string => `voucher-${number}`

/** The number of a voucher, where an item's origin is one; null for every other origin. */
export function voucherNumber(origin: string): number | null {
  const found = /^voucher-([1-9]\d{0,5})$/.exec(origin.trim())
  return found === null ? null : Number(found[1])
}

/** A number that was struck is not given again: on the case it may still stand for him who had it. */
export function nextNumber(state: CompartmentState): number {
  const gone = state.struck.flatMap(({ table, row }) => (table === "vouchers" ? [(row as Voucher).number] : []))
  return 1 + Math.max(0, ...state.vouchers.map((row) => row.number), ...gone)
}

export const unknownVoucher = (state: CompartmentState, voucher: string): Refusal | null =>
  state.vouchers.some((row) => row.voucher === voucher) ? null : refusal("unknown-voucher", "/voucher")

/** The last answer to a note; null where nobody has answered it. */
export const answerTo = (state: CompartmentState, note: string): AnswerAdverse | null =>
  state.answers.findLast((row) => row.note === note) ?? null

export interface VoucherSeen {
  readonly voucher: Voucher
  readonly origin: string
  /** Items of the case that rest on him. */
  readonly evidence: readonly string[]
  readonly withdrawn: string | null
}

export const vouchersOf = (state: CompartmentState): readonly VoucherSeen[] =>
  state.vouchers.map((voucher) => ({
    voucher,
    origin: originOf(voucher.number),
    evidence: state.bindings.filter((row) => row.voucher === voucher.voucher).map((row) => row.evidence),
    withdrawn: state.withdrawals.find((row) => row.voucher === voucher.voucher)?.why ?? null,
  }))

/** What stands on the rows that the entry at `seq` made; null where nothing does. */
export function standsOn(state: CompartmentState, seq: number): Made | null {
  for (const { table, row } of rowsAt(state, seq)) {
    const { note, voucher } = row as { readonly note?: string; readonly voucher?: string }
    const on =
      table === "adverse"
        ? state.answers.find((one) => one.note === note)
        : table === "vouchers"
          ? [...state.bindings, ...state.withdrawals].find((one) => one.voucher === voucher)
          : undefined
    if (on !== undefined) return on.made
  }
  return null
}
