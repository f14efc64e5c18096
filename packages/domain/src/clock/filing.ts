// Whether a rule's day was kept: by a filing inside its time, seen or only said, or by an act of another that proves it.
import { type EventType, isSeen, type ProceedingEvent, whenOf } from "../proceeding/event.ts"
import { dayIn, earliestMoment, latestMoment, type TimeZone } from "../time/index.ts"
import type { Dates } from "./reckon.ts"
import type { Rule } from "./rule.ts"
import type { Trigger } from "./trigger.ts"

export type Kept = "met" | "claimed" | null

export function keptOf(rule: Rule, trigger: Trigger, dates: Dates, events: readonly ProceedingEvent[], zone: TimeZone): Kept {
  let claimed = false
  let any = false
  for (const event of events) {
    if (!keeps(event, rule, trigger)) continue
    any = true
    if (!inTime(event, trigger, dates, zone)) continue
    if (isSeen(event)) return "met"
    claimed = true
  }
  if (claimed) return "claimed"
  const proven =
    rule.provenBy !== undefined && !any && events.some((e) => rule.provenBy?.includes(e.type) && isSeen(e) && !isBefore(e, trigger, zone))
  return proven ? "met" : null
}

function keeps(event: ProceedingEvent, rule: Rule, trigger: Trigger): boolean {
  if (event.type === "filing.made") return event.rule === rule.id
  const name: EventType | `motion.filed:${string}` = event.type === "motion.filed" ? `motion.filed:${event.kind}` : event.type
  if (!rule.metBy.includes(name)) return false
  if (event.type === "consent.written") return event.scope === trigger.about
  if (event.type === "country.replied") return trigger.about === undefined || event.country === undefined || event.country === trigger.about
  return true
}

const isBefore = (event: ProceedingEvent, trigger: Trigger, zone: TimeZone): boolean =>
  dayIn(whenOf(event), zone) < dayIn(trigger.when, zone)

function inTime(event: ProceedingEvent, trigger: Trigger, dates: Dates, zone: TimeZone): boolean {
  const when = whenOf(event)
  if (dates.is === "hour") return latestMoment(when, zone) >= earliestMoment(trigger.when, zone) && earliestMoment(when, zone) <= dates.hard
  return !isBefore(event, trigger, zone) && dayIn(when, zone) <= dates.hard
}
