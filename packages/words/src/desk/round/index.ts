// The words of the look-up round.
type Counted = (count: number) => string

export interface RoundWords {
  readonly title: string
  readonly lede: string
  readonly keys: string
  readonly none: string
  readonly done: Counted
  readonly start: string
  readonly of: (at: number, count: number) => string
  readonly number: string
  readonly noNumber: string
  readonly country: string
  readonly noCountry: string
  readonly copied: (what: string) => string
  readonly place: string
  readonly noPlace: string
  readonly last: string
  readonly never: string
  readonly notFoundBefore: (ago: string) => string
  readonly openCase: string
  readonly same: string
  readonly moved: string
  readonly notFound: string
  readonly hearing: string
  readonly appeal: string
  readonly skip: string
  readonly undo: string
  readonly undone: (name: string) => string
  readonly undoWhy: string
  readonly recorded: Readonly<Record<"same" | "moved" | "not-found" | "hearing" | "appeal", (name: string) => string>>
  readonly where: string
  readonly whereHint: string
  readonly whereMissing: string
  readonly day: string
  readonly dayHint: string
  readonly dayMissing: string
  readonly hour: string
  readonly hourHint: string
  readonly received: string
  readonly kind: string
  readonly save: string
}
