// The words of a shift: its end and its beginning, what is to be done, and the hours that ring at an open desk.

type Counted = (count: number) => string

export interface ShiftWords {
  /** On the button, and above the paragraph. */
  readonly leave: string
  readonly leaveLede: string
  readonly paragraph: string
  readonly again: string
  readonly leaveGo: string
  readonly left: string
  readonly saidAt: (name: string, when: string) => string
  readonly mine: string
  readonly take: string
  readonly took: string
  readonly takenBy: (name: string, when: string) => string
  /** The paragraph that is offered: each only where there is something of it. */
  readonly draft: {
    readonly red: (count: number, names: string) => string
    readonly flights: (said: string) => string
    readonly opened: (count: number, names: string) => string
    readonly due: (count: number, names: string) => string
    readonly requests: Counted
    readonly signatures: Counted
    readonly replies: Counted
    readonly looks: Counted
    readonly quiet: string
  }
  /** Of a standing danger. */
  readonly reviewed: (when: string) => string
  readonly toDo: {
    readonly title: string
    readonly none: string
    readonly more: Counted
    readonly task: string
    readonly waited: (day: string) => string
    readonly unreached: (days: number) => string
    readonly secondEars: string
    /** Whoever heard it not may confirm it; whoever heard it waits for another. */
    readonly anyMember: string
    readonly anotherMember: string
    readonly due: (day: string) => string
    readonly mine: string
    readonly nobody: string
    readonly late: string
  }
  readonly alarm: {
    readonly title: string
    readonly why: Readonly<
      Record<"deadline" | "deadline-passed" | "stay-ends" | "flight" | "hearing" | "check-in" | "interview" | "look-due" | "hold", string>
    >
    readonly seen: string
    readonly soundOff: string
    readonly soundOn: string
  }
}
