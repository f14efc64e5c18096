// The words about new keys after somebody left or joined, and about who reads a restricted case.
type Counted = (count: number) => string

export interface RosterWords {
  readonly renewing: string
  /** How many of all have a new key. */
  readonly renewed: (done: number, of: number) => string
  readonly here: string
  readonly elsewhere: string
  /** For whoever joined: how many cases are still to come. */
  readonly notHandedOn: Counted
  readonly notHandedOnMore: string
  readonly restrict: string
  readonly readBy: (names: string) => string
  readonly change: string
  readonly changeTitle: string
  readonly changeHint: string
  /** The reason, for the log. */
  readonly why: string
  readonly whyHint: string
  readonly changeGo: string
  readonly changed: string
  readonly otherwise: string
}
