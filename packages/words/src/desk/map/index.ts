// The words of the map of where everyone is held.
type Counted = (count: number) => string

export interface MapWords {
  readonly title: string
  readonly lede: string
  readonly held: (people: number, places: number) => string
  readonly unknown: Counted
  readonly inCare: Counted
  /** Places of which no list says where they lie, or that the drawing does not reach. */
  readonly undrawn: Counted
  readonly drawing: Counted
  readonly places: string
  readonly none: string
  readonly notDrawn: string
  readonly more: Counted
  readonly print: string
}
