// How an origin is shown: a voucher's number in the reader's language, every other as it was written.
import { voucherNumber } from "@safe-conduct/domain/compartment"
import type { CaseWords } from "@safe-conduct/words/case/index.ts"

export function originText(words: Pick<CaseWords, "compartments">, origin: string): string {
  const number = voucherNumber(origin)
  return number === null ? origin : words.compartments.voucher(number)
}
