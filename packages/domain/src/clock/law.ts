// What the programme's law must supply. It is dated data that is always computed anew, so a changed row changes every
// open deadline at once and nothing that was signed.
import type { Facility } from "../custody/facility.ts"
import type { Circuit } from "../proceeding/facts.ts"
import type { Calendar, PlainDate, TimeZone } from "../time/index.ts"
import type { Rule } from "./rule.ts"
import type { UrgencyTrigger } from "./urgency.ts"

export interface CircuitSeat {
  /** The state of the clerk's principal office, whose holidays FRAP 26(a)(6)(C) adds. */
  readonly state: string
  readonly timeZone: TimeZone
}

export interface Calendars {
  readonly usFederal: Calendar
  readonly canada: Calendar
  /** Holidays of a state beyond the federal ones; they serve arguable dates only. */
  readonly states: Readonly<Record<string, Calendar>>
  /** Days on which the executive closed its offices; they never move a date to work to. */
  readonly executiveClosures: Calendar
}

export interface UrgencyLimits {
  readonly removalHours: number
  readonly emergencyDays: number
  readonly urgentDays: number
  readonly highDays: number
  readonly childHearingDays: number
  readonly checkInDays: number
}

export interface Words3 {
  readonly en: string
  readonly fr: string
  readonly ru: string
}

export type PlaybookOwner = "caseworker" | "counsel" | "liaison" | "intake" | "asker" | "verifier"

export interface PlaybookStep {
  readonly id: string
  readonly owner: PlaybookOwner
  readonly withinHours: number
  readonly words: Words3
}

export interface Playbook {
  readonly trigger: UrgencyTrigger
  readonly steps: readonly PlaybookStep[]
}

export interface Law {
  readonly version: string
  readonly rules: readonly Rule[]
  readonly calendars: Calendars
  readonly circuits: Readonly<Record<Circuit, CircuitSeat>>
  readonly zones: { readonly board: TimeZone; readonly ottawa: TimeZone }
  readonly urgency: UrgencyLimits
  readonly voluntaryDepartureDays: number
  readonly custodyStaleHours: number
  /** Days after which somebody in custody, of whom nobody has heard, is looked for. */
  readonly unreachedDays: number
  /** Hours within which a second member confirms a spoken consent that one took alone. */
  readonly secondEarsHours: number
  /** The age from which nobody is a dependent child by age (IRPR 2). */
  readonly dependentUnder: number
  readonly playbooks: readonly Playbook[]
  readonly facilities: readonly Facility[]
  readonly verifiedOn: PlainDate
}
