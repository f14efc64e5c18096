// The card of a case, as the domain packs it: read back only when it is one of ours.
import { type CaseCard, card as cardOf } from "@safe-conduct/domain/case"

export type { CaseCard }
export { cardOf }

export const readCard = (value: unknown): CaseCard | null =>
  typeof value === "object" && value !== null && (value as { v?: unknown }).v === 1 && Array.isArray((value as CaseCard).people)
    ? (value as CaseCard)
    : null
