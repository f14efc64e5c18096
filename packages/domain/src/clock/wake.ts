// The next moment at which somebody must look, because something about this person will then have changed: a day to work
// to, a level that rises, a stay that ends, a flight, a hearing, knowledge of a place gone stale.
import { staleness } from "../custody/staleness.ts"
import {
  addDays,
  type DateOrInstant,
  dayIn,
  earliestMoment,
  endOfDay,
  hourMs,
  type Instant,
  instantAt,
  instantOf,
  isBareDay,
  localTimeOf,
  latestMoment,
  momentOf,
  startOfDay,
  type InstantText,
  type PlainDate,
} from "../time/index.ts"
import { isOpenDeadline } from "./deadlines.ts"
import { threateningFlights } from "./flight.ts"
import type { Situation } from "./urgency.ts"

export const wakeReasons = ["deadline", "deadline-passed", "stay-ends", "flight", "hearing", "check-in", "interview", "look-due"] as const
export type WakeReason = (typeof wakeReasons)[number]

export interface Wake {
  readonly at: Instant
  readonly why: WakeReason
}

const morning = localTimeOf("08:00")

export function nextLook(situation: Situation): Wake | null {
  const now = situation.facts.asOf
  let next: Wake | null = null
  const hear = (at: Instant, why: WakeReason): void => {
    if (at > now && (next === null || at < next.at)) next = { at, why }
  }
  tellMoments(situation, hear)
  return next
}

/** Every moment at which something changes, past ones too; the listener keeps what it needs. */
function tellMoments(situation: Situation, add: (at: Instant, why: WakeReason) => void): void {
  const { facts, law, custody } = situation
  const zone = facts.timeZone
  const days = (day: PlainDate, before: number, why: WakeReason): void => add(startOfDay(addDays(day, -before), zone), why)
  for (const { row, rule, dates, zone: place } of situation.deadlines) {
    if (!isOpenDeadline(row)) continue
    if (dates.is === "hour") {
      add(dates.hard, "deadline-passed")
      add(instantOf(dates.hard - 2 * hourMs), "deadline")
      continue
    }
    add(endOfDay(dates.hard, place), "deadline-passed")
    if (rule.kind !== "filing") continue
    add(instantAt(dates.safeBy, morning, place), "deadline")
    for (const before of [law.urgency.emergencyDays, law.urgency.urgentDays, law.urgency.highDays])
      add(startOfDay(addDays(dates.hard, -before), place), "deadline")
  }
  if (situation.stay.until !== null) {
    const until = situation.stay.until
    add(isBareDay(until as DateOrInstant) ? endOfDay(until as PlainDate, zone) : instantOf(momentOf(until as InstantText) + 1), "stay-ends")
    add(instantOf(latestMoment(until as DateOrInstant, zone) - 48 * hourMs), "stay-ends")
  }
  for (const flight of threateningFlights(facts.events, zone)) {
    add(instantOf(flight.from - law.urgency.removalHours * hourMs), "flight")
    add(flight.from, "flight")
    add(flight.until, "flight")
  }
  for (const event of facts.events) {
    if (event.type === "hearing.scheduled") {
      days(dayIn(event.at, zone), event.kind === "child-custody" ? law.urgency.childHearingDays : 1, "hearing")
      add(latestMoment(event.at, zone), "hearing")
    } else if (event.type === "check-in.scheduled") {
      days(dayIn(event.at, zone), law.urgency.checkInDays, "check-in")
      add(latestMoment(event.at, zone), "check-in")
    } else if (event.type === "consular-interview") add(earliestMoment(event.at, zone), "interview")
  }
  const look = staleness(custody, facts.asOf, zone, law.custodyStaleHours).lookBy
  if (look !== null) add(look, "look-due")
}
