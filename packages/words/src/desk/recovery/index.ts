// The words about recovery: whether the desk has it, who could use it, and what it could not open today.
type Counted = (count: number) => string

export interface RecoveryWords {
  readonly page: string
  readonly lede: string
  readonly none: string
  readonly noneText: string
  readonly how: string
  /** Each with the command that does it. */
  readonly steps: readonly (readonly [what: string, command: string])[]
  readonly has: string
  readonly needs: (threshold: number, shares: number) => string
  readonly number: string
  readonly print: string
  readonly printMore: string
  readonly trustees: string
  readonly trusteesText: readonly string[]
  readonly covers: string
  readonly coversText: string
  readonly check: string
  readonly checking: string
  readonly whole: Counted
  readonly gaps: Counted
  readonly unread: Counted
  readonly gapNames: Readonly<Record<"register" | "members" | "drawer" | "keys" | "proposal" | "case", string>>
  readonly mend: string
  readonly mendMore: string
  readonly mended: string
  readonly yearly: string
  readonly reads: string
}
