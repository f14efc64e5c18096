// The card of a case, read and written in one place.
import type { CaseState } from "@safe-conduct/domain/case"

export interface CaseCard {
  readonly asks: readonly string[]
}
export const cardOf = (state: CaseState): CaseCard => ({ asks: state.requests.map((row) => row.ask) })
export const readCard = (value: unknown): CaseCard | null => value as CaseCard | null
