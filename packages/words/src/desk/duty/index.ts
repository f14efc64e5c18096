// The words of duty: who is there, the week, a swap, where I let myself be woken, and who is being woken now.
export interface DutyWords {
  readonly page: string
  readonly lede: string
  readonly nowUntil: (names: string, until: string) => string
  readonly nobodyUntil: (until: string) => string
  readonly week: string
  readonly weekMore: string
  readonly nobody: string
  readonly gaps: (hours: number) => string
  readonly rota: string
  readonly rotaMore: string
  readonly zone: string
  readonly day: string
  readonly everyDay: string
  /** Monday first. */
  readonly days: readonly [string, string, string, string, string, string, string]
  readonly from: string
  readonly until: string
  readonly first: string
  readonly second: string
  readonly none: string
  readonly add: string
  readonly remove: string
  readonly save: string
  readonly saved: string
  readonly swap: string
  readonly swapMore: string
  readonly swapSave: string
  readonly ways: string
  readonly waysMore: string
  readonly webhook: string
  readonly webhookHint: string
  readonly mail: string
  readonly mailHint: string
  readonly push: string
  readonly pushMore: string
  readonly pushOn: string
  readonly pushOff: string
  readonly pushHere: string
  readonly pushRefused: string
  readonly noWays: string
  readonly keep: string
  readonly test: string
  readonly tested: string
  readonly wakes: string
  readonly take: string
  readonly taken: string
  readonly under: Readonly<Record<"request" | "alarm" | "test", string>>
  readonly step: Readonly<Record<"begins" | "first" | "second" | "everyone", string>>
  readonly next: (when: string) => string
  readonly heldBy: (name: string, until: string) => string
  readonly over: Readonly<Record<"link" | "desk" | "answer" | "open", (name: string) => string>>
  readonly states: Readonly<Record<"due" | "sending" | "sent" | "failed" | "over", string>>
  readonly wayNames: Readonly<Record<"webhook" | "mail" | "push", string>>
}
