// The words of the law's page, of places, and of the lines that tell an owner what changed law did to her dates.
import type { LawChange, MovedDate } from "@safe-conduct/domain/overlay"
import type { RuleStatus } from "@safe-conduct/domain/clock"

type What = LawChange["what"]
type Labels<K extends string> = Readonly<Record<K, string>>

export interface LawWords {
  readonly title: string
  readonly lede: string
  readonly rules: string
  readonly rule: string
  readonly status: string
  readonly statuses: Labels<RuleStatus>
  readonly source: string
  readonly sourceHint: string
  readonly verifiedOn: string
  readonly verifiedNever: string
  readonly verify: string
  readonly effective: (from: string | null, to: string | null) => string
  readonly changedHere: string
  readonly waiting: string
  readonly waitingNone: string
  readonly signed: string
  readonly signedNone: string
  readonly proposedBy: (name: string) => string
  readonly signedBy: (name: string, other: string) => string
  readonly mine: string
  readonly overtaken: string
  readonly sign: string
  readonly signedNow: string
  readonly takeBack: string
  readonly takenBack: string
  readonly takenBackWhy: string
  readonly propose: string
  readonly proposeHint: string
  readonly proposed: string
  readonly what: string
  readonly kinds: Labels<What>
  readonly why: string
  readonly whyHint: string
  readonly missing: string
  readonly from: string
  readonly to: string
  readonly datesHint: string
  readonly place: {
    readonly label: string
    readonly staging: string
    readonly hold: string
    readonly office: (name: string) => string
    readonly officePerhaps: (name: string) => string
    readonly unlessTaken: string
    readonly asTyped: string
    readonly unknown: string
  }
  readonly isStaging: string
  readonly staging: (name: string, on: boolean) => string
  readonly yes: string
  readonly no: string
  readonly wheres: Labels<"desk" | "portal">
  readonly languages: Labels<"en" | "fr" | "ru">
  readonly down: string
  readonly snippet: string
  readonly snippetHint: string
  readonly trigger: string
  readonly steps: string
  readonly stepsHint: string
  readonly stepBad: (line: number) => string
  readonly zone: string
  readonly week: string
  readonly weekHint: string
  readonly weekBad: (line: number) => string
  readonly days: readonly [string, string, string, string, string, string, string]
  readonly lists: string
  readonly listsNone: string
  readonly list: (facilities: number, staging: number) => string
  readonly listBy: (name: string) => string
  readonly listComing: string
  readonly shipped: (facilities: number) => string
  readonly told: string
  readonly moved: Readonly<Record<MovedDate["moved"], (rule: string, was: string, now: string) => string>>
  readonly because: (rule: string, status: string, by: string, other: string) => string
  readonly note: string
  readonly noted: string
  readonly more: (count: number) => string
  readonly nobodys: string
  readonly ownedBy: (name: string) => string
  readonly snippets: string
  /** What two members say to everybody. */
  readonly said: {
    readonly title: string
    readonly lede: string
    readonly none: string
    readonly kinds: Labels<"notice" | "self-help">
    readonly days: (on: string, until: string) => string
    readonly over: string
    readonly shown: string
    readonly notShown: string
    readonly unknown: string
    readonly tell: string
    readonly told: string
    readonly takeBack: string
    readonly waiting: string
    readonly sign: Labels<"notice" | "self-help">
    readonly signed: string
    readonly write: string
    readonly readSteps: string
    readonly neverRead: string
    readonly lastRead: (day: string) => string
    readonly haveRead: string
    readonly haveReadHint: string
    readonly until: string
    readonly untilHint: string
    readonly publicHint: string
    readonly propose: string
  }
}
