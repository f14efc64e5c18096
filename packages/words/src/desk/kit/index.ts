// The words of the ready kit.
export interface KitWords {
  readonly count: (here: number, of: number) => string
  readonly here: string
  readonly missing: string
}
