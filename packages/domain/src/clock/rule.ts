// One rule of the law as a dated row: what starts it, how long it runs, how its last day rolls, who must act, and the
// source it rests on. Rows are data of the programme; this file says only what a row may say.
import type { CounselFor } from "../proceeding/event.ts"
import type { PlainDate } from "../time/index.ts"

export type RuleStatus = "PROPOSED" | "IN_FORCE" | "STAYED" | "ENJOINED" | "VACATED" | "REPEALED"

/** What sets a rule running; each is found in the events by trigger.ts. */
export const triggerNames = [
  "ij-decision",
  "briefing-schedule",
  "final-order",
  "final-administrative-decision",
  "in-absentia-order",
  "fear-negative",
  "fear-affirmed",
  "removal-period",
  "third-country-notice",
  "country-inquiry",
  "voluntary-departure",
  "address-change",
  "arrival",
  "canada-entry",
  "canada-first-entry",
  "protection-conferred",
  "oral-consent",
  "file-last-used",
  "none",
] as const
export type TriggerName = (typeof triggerNames)[number]

export type Unit = "days" | "business-days" | "months" | "years" | "hours"

/** FED: 8 CFR 1001.1(h). FRAP: Rule 26(a). CA: Interpretation Act s. 26. NONE: counters, duties of an agency, hour clocks. */
export type Roll = "FED" | "FRAP" | "CA" | "NONE"

/** Whose wall clock says that the day is over. */
export type ClockAt = "place" | "board" | "circuit" | "ottawa"

/**
 * filing: the person's side must act, and losing the day loses a right. duty: an agency must act.
 * counter: nothing is lost on the day. window: a state that begins or ends. paper: the desk's own duty.
 */
export type RuleKind = "filing" | "duty" | "counter" | "window" | "paper"

export interface Rule {
  readonly id: string
  readonly jurisdiction: "US" | "CA" | "SYS"
  readonly trigger: TriggerName
  /** null: no limit in time; the row then opens a route and yields no date. */
  readonly offset: { readonly count: number; readonly unit: Unit } | null
  readonly roll: Roll
  readonly kind: RuleKind
  readonly clock: ClockAt
  /** How the day is kept: a paper must be received, filed or served by it. */
  readonly keptBy: "receipt" | "filing" | "service" | "act" | "none"
  /** Event types that keep it, with a motion's kind after a colon; `filing.made` naming the rule always does. */
  readonly metBy: readonly string[]
  /** Acts of others that prove it was kept, when no filing was recorded at all. */
  readonly provenBy?: readonly string[]
  /** A counter that means nothing for someone who is free. */
  readonly onlyHeld?: true
  /** Which counsel would file it; null where nobody files. */
  readonly filer: Exclude<CounselFor, "all"> | null
  readonly citation: string
  readonly effectiveFrom: PlainDate | null
  readonly effectiveTo: PlainDate | null
  readonly status: RuleStatus
  readonly supersedes: string | null
  readonly source: string
  readonly verifiedOn: PlainDate | null
  /** Changed or litigated of late: shown with a mark, to be read again before it is relied on. */
  readonly verify?: string
}

/** In force on a day: by status and by dates. Anything else yields nothing. */
export const inForceOn = (rule: Rule, day: PlainDate): boolean =>
  rule.status === "IN_FORCE" &&
  (rule.effectiveFrom === null || rule.effectiveFrom <= day) &&
  (rule.effectiveTo === null || day <= rule.effectiveTo)
