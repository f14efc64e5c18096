// The words about lists of people named for a flight or a transfer.
type Counted = (count: number) => string
type Labels<K extends string> = Readonly<Record<K, string>>
export type RollKind = "flight" | "transfer" | "call" | "other"
export type RollConfidence = "rumoured" | "reported" | "confirmed"
export type RollPile = "aboard" | "here" | "unknown" | "off-list"

export interface RollWords {
  readonly page: string
  readonly lede: string
  readonly none: string
  readonly begin: string
  readonly kind: string
  readonly kinds: Labels<RollKind>
  readonly place: string
  readonly placeHint: string
  readonly when: string
  readonly source: string
  readonly sourceHint: string
  readonly confidence: string
  readonly confidences: Labels<RollConfidence>
  readonly names: string
  readonly namesHint: string
  readonly write: string
  readonly placeMissing: string
  readonly whenMissing: string
  readonly namesMissing: string
  readonly confidenceMissing: string
  readonly named: Counted
  /** Beside the names while they are typed: who each may be. */
  readonly live: string
  readonly ours: Counted
  readonly unknown: Counted
  readonly allKnown: string
  readonly back: string
  readonly title: (kind: RollKind, place: string) => string
  readonly said: (by: string, ago: string) => string
  readonly keys: string
  readonly piles: Labels<RollPile>
  readonly pileNone: string
  readonly lead: string
  readonly leadMore: string
  readonly maybe: string
  readonly nobody: string
  readonly reasons: Labels<"a-number" | "surname" | "surname-heard" | "given" | "patronymic" | "birth-year" | "place" | "state">
  readonly take: (name: string) => string
  readonly notHer: string
  readonly why: string
  readonly whyMissing: string
  readonly put: string
  readonly noCounsel: string
  readonly counsel: string
  readonly filed: (what: string, on: string) => string
  readonly notFiled: string
  readonly stay: (until: string) => string
  readonly stayOpen: string
  readonly told: (sentence: string, ago: string) => string
  readonly notTold: string
  readonly noMailbox: string
  readonly tell: string
  readonly tellMore: string
  readonly whom: string
  readonly tellPile: Counted
  readonly telling: string
  readonly toldNow: Counted
  readonly notToldNow: Counted
  readonly nobodyToTell: string
  readonly callList: string
  readonly callMore: string
  readonly sentence: string
  /** What each family reads, in the language of its request. Never a name, never a place. */
  readonly sentences: Labels<RollConfidence>
  readonly more: string
  readonly add: string
  readonly reconcile: string
  readonly gone: string
  /** Names that nobody knew, thirty days later. */
  readonly retired: Counted
  readonly sent: string
  readonly open: string
  readonly print: string
}
