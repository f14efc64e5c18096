// The words of a call from inside: read with one hand, while somebody speaks and the line may be cut.
type Labels<K extends string> = Readonly<Record<K, string>>
export type CallLine = "recorded" | "tablet" | "open"
export type FirstQuestion = "where" | "packing" | "counsel"

export interface CallWords {
  readonly page: string
  readonly lede: string
  readonly timer: string
  readonly soonCut: string
  readonly line: string
  readonly lines: Labels<CallLine>
  readonly ceilings: Labels<CallLine>
  readonly who: string
  readonly whoHint: string
  readonly whoNone: string
  readonly unknownYet: string
  readonly other: string
  readonly questions: Labels<FirstQuestion>
  readonly waiting: string
  readonly waitingNone: string
  readonly names: string
  readonly namesHint: string
  readonly rollBegun: string
  readonly anything: string
  readonly sealed: (at: string) => string
  readonly sealing: string
  readonly notYet: string
  readonly corrected: string
  readonly cut: string
  readonly cutTitle: string
  readonly cutMore: (count: number) => string
  readonly again: string
  readonly toCase: string
  readonly toRoll: string
  readonly close: string
  readonly say: string
  readonly afraid: string
  readonly afraidMore: string
  readonly sign: string
  readonly ringAgain: string
  readonly danger: string
  readonly dangerSteps: readonly string[]
  readonly never: string
  readonly fromCase: string
}
