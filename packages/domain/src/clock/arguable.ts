// Later days that counsel might argue for: shown, never applied. A copy of the decision in the post, a holiday of the
// clerk's state under FRAP 26(a)(6)(C), a day on which the executive closed its offices.
import { type Calendar, isOpen, type PlainDate, rollForward, type TimeZone } from "../time/index.ts"
import type { Circuit } from "../proceeding/facts.ts"
import type { Law } from "./law.ts"
import { type DayDates, reckon } from "./reckon.ts"
import type { Rule } from "./rule.ts"
import type { Trigger } from "./trigger.ts"

export interface Arguable {
  readonly hard: string
  readonly why: string
}

export interface Court {
  readonly circuit: Circuit | undefined
  readonly state: string | undefined
}

export function arguableDates(rule: Rule, trigger: Trigger, dates: DayDates, court: Court, zone: TimeZone, law: Law): readonly Arguable[] {
  const found: { hard: PlainDate; why: string }[] = []
  for (const later of trigger.later) {
    const again = reckon(rule, later.when, zone, law)
    if (again?.is === "day") found.push({ hard: again.hard, why: later.why })
  }
  if (rule.roll === "FRAP")
    for (const calendar of statesOf(court, law)) found.push({ hard: roll(dates.hard, calendar, law), why: "state-holiday" })
  if (rule.roll === "FRAP" || rule.roll === "FED") {
    found.push({ hard: roll(dates.hard, law.calendars.executiveClosures, law), why: "executive-closure" })
  }
  if (found.length === 0) return found
  const seen = new Set<string>()
  return found.filter(({ hard, why }) => hard > dates.hard && !seen.has(hard + why) && seen.add(hard + why))
}

/** Nothing can be argued from a calendar that is open on the day the federal one arrives at. */
const roll = (hard: PlainDate, extra: Calendar, law: Law): PlainDate =>
  isOpen(extra, hard) ? hard : rollForward([law.calendars.usFederal, extra], hard)

/** Where the clerk's principal office is, and where the judge sat. */
function statesOf(court: Court, law: Law): readonly Calendar[] {
  const states = new Set([court.circuit && law.circuits[court.circuit].state, court.state])
  return [...states].flatMap((state) => (state && law.calendars.states[state] ? [law.calendars.states[state]] : []))
}
