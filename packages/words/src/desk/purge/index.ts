// The words about destroying by two: what waits, what is proposed, what a receipt says.
type Counted = (count: number) => string

export interface PurgeWords {
  readonly page: string
  readonly lede: string
  readonly waiting: string
  readonly none: string
  readonly what: Readonly<Record<"case" | "compartment" | "proposal" | "ask" | "answer" | "intake-key" | "words", Counted>>
  readonly by: (name: string, day: string) => string
  readonly mine: string
  readonly sign: string
  readonly signHint: string
  readonly takeBack: string
  readonly takeBackWhy: string
  readonly takenBack: string
  /** Two have signed and nothing is destroyed yet. */
  readonly carry: string
  readonly carryHint: string
  readonly runOut: string
  readonly keysElsewhere: string
  readonly propose: string
  readonly proposeHint: string
  readonly search: string
  readonly searchHint: string
  readonly add: (name: string) => string
  readonly drop: (name: string) => string
  readonly chosen: string
  readonly nothingChosen: string
  readonly closed: string
  readonly closedNone: string
  readonly closedAs: Readonly<Record<"answered" | "referred" | "declined" | "junk", string>>
  readonly unread: Counted
  /** Compartments that not both who sign can read. */
  readonly unseen: Counted
  readonly unreadTick: string
  readonly unreadMissing: string
  readonly why: string
  readonly whyHint: string
  readonly whyMissing: string
  readonly go: string
  readonly proposed: string
  readonly done: string
  readonly destroyedIn: (hour: string) => string
  readonly signedBy: (first: string, second: string) => string
  readonly entries: Counted
  readonly envelopes: Counted
  readonly files: Counted
  readonly kept: Counted
  readonly survives: string
  readonly survivesList: (day: string) => readonly string[]
  readonly print: string
  /** From a case to this page. */
  readonly fromCase: string
  readonly unnamed: string
}
