// The words of the pages that are whole without a script: the first page, the one on safety, and the frame around all four.

/** Where Canada's own act stands. What the first page says about Canada follows it and nothing else. */
export const instrumentStates = ["NONE", "DRAFT", "SIGNED", "IN_FORCE", "SUSPENDED", "EXPIRED"] as const
export type InstrumentState = (typeof instrumentStates)[number]

/** What does not hold, in the order of the page. Each stands in THREATS.md too, under a heading of its own. */
export const limits = ["altered", "device", "watchers", "coerced", "trustees", "withheld", "noScript"] as const
export type Limit = (typeof limits)[number]

export interface Section {
  readonly title: string
  readonly text: readonly string[]
}

/** For members: where the link of a notice leads. */
export interface TakeWords {
  readonly title: string
  readonly lead: string
  readonly button: string
  readonly held: string
  readonly over: string
  readonly lost: string
  readonly desk: string
  readonly noScript: string
}

/** Around what a programme says that can be done within the hour. */
export interface SelfHelpWords {
  readonly title: string
  /** Holds at any hour, and stands alone where the rest is not shown. */
  readonly lead: string
  readonly numbers: { readonly title: string; readonly lines: readonly string[] }
  readonly later: string
  /** With `{date}` in it. */
  readonly reviewed: string
  /** With `{date}` in it. */
  readonly reviewedByTwo: string
  readonly notReviewed: string
  readonly print: string
  readonly sources: string
  readonly noScript: string
}

export interface PageWords {
  readonly name: string
  /** Under the name, so that nobody takes it for a paper that protects. */
  readonly notAPaper: string
  readonly skip: string
  readonly switchLabel: string
  readonly navLabel: string
  readonly nav: {
    readonly home: string
    readonly ask: string
    readonly mailbox: string
    readonly folder: string
    readonly paper: string
    readonly safety: string
  }
  readonly trial: string
  readonly home: {
    readonly title: string
    readonly question: string
    readonly lead: string
    readonly now: string
    readonly nowMore: string
    readonly ask: string
    readonly askMore: string
    readonly code: string
    readonly codeMore: string
    /** What holds at any hour; stands until the server has said more. */
    readonly duty: string
    /** With `{time}` in it. */
    readonly dutyUntil: string
    readonly dutyFrom: string
    readonly dutyNobody: string
    /** With `{on}` and `{until}` in it, days without a year. */
    readonly saidBy: string
    readonly fears: readonly [Section, Section, Section]
    readonly what: Section
    readonly cannot: Section
    readonly canada: Record<InstrumentState, string>
    readonly scams: Section
    readonly address: Section
    readonly safety: string
  }
  readonly take: TakeWords
  readonly selfHelp: SelfHelpWords
  readonly safety: {
    readonly title: string
    readonly lead: string
    readonly protects: readonly Section[]
    readonly limits: { readonly title: string; readonly text: Readonly<Record<Limit, string>> }
    readonly more: readonly Section[]
    readonly ask: string
  }
  readonly paper: {
    readonly title: string
    readonly lead: string
    readonly steps: readonly string[]
    readonly more: readonly Section[]
    readonly form: { readonly title: string; readonly text: string; readonly lines: readonly string[] }
  }
  readonly folderShell: Shell
  readonly askShell: Shell
  readonly mailboxShell: Shell
}

/** What /ask, /mailbox and /folder say before their script runs, or where it cannot. */
export interface Shell {
  readonly title: string
  readonly loading: string
  /** Shown by style alone when the script has not come after a while. */
  readonly late: string
  readonly noScript: string
}
