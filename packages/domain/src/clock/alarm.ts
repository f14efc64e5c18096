// The moments of one person for which somebody is woken: each dated thing itself and the last morning on which it can still be done. Where
// `wake.ts` says when anything changes, this says what is worth a sleep: a level that rises at midnight and a look-up that falls due are not.
import {
  addDays,
  type DateOrInstant,
  dayIn,
  hourMs,
  type Instant,
  instantAt,
  instantOf,
  isBareDay,
  latestMoment,
  localTimeOf,
  type PlainDate,
  type TimeZone,
} from "../time/index.ts"
import { isOpenDeadline } from "./deadlines.ts"
import { threateningFlights } from "./flight.ts"
import type { Situation } from "./urgency.ts"
import type { Wake } from "./wake.ts"

const morning = localTimeOf("08:00")
const at8 = (day: PlainDate, zone: TimeZone): Instant => instantAt(day, morning, zone)
/** A day that carries no hour begins, for whoever has to be there, in the morning. */
const begins = (when: DateOrInstant, zone: TimeZone): Instant => (isBareDay(when) ? at8(when as PlainDate, zone) : latestMoment(when, zone))

/** Between two moments, `from` not included; in the order of time. */
export function alarmsOf(situation: Situation, from: number, until: number): readonly Wake[] {
  const found: Wake[] = []
  tellAlarms(situation, (at, why) => {
    if (at > from && at <= until && !found.some((one) => one.at === at && one.why === why)) found.push({ at, why })
  })
  return found.sort((a, b) => a.at - b.at)
}

function tellAlarms({ facts, law, stay, deadlines }: Situation, add: (at: Instant, why: Wake["why"]) => void): void {
  const zone = facts.timeZone
  const before = (at: Instant, hours: number): Instant => instantOf(at - hours * hourMs)
  for (const { row, rule, dates, zone: place } of deadlines) {
    if (!isOpenDeadline(row)) continue
    if (dates.is === "hour") {
      add(before(dates.hard, 2), "deadline")
      add(dates.hard, "deadline-passed")
    } else if (rule.kind === "filing" || rule.kind === "window") {
      add(at8(dates.safeBy, place), "deadline")
      add(at8(dates.hard, place), "deadline")
    }
  }
  if (stay.until !== null) {
    const until = stay.until as DateOrInstant
    const lastDay = isBareDay(until) ? (until as PlainDate) : null
    const ends = latestMoment(until, zone)
    add(lastDay === null ? before(ends, 48) : at8(addDays(lastDay, -2), zone), "stay-ends")
    add(lastDay === null ? ends : at8(lastDay, zone), "stay-ends")
  }
  for (const flight of threateningFlights(facts.events, zone)) {
    add(before(flight.from, law.urgency.removalHours), "flight")
    add(flight.from, "flight")
    add(flight.until, "flight")
  }
  for (const event of facts.events) {
    const why = event.type === "hearing.scheduled" ? "hearing" : event.type === "check-in.scheduled" ? "check-in" : null
    if (why !== null) {
      const { at } = event as { readonly at: DateOrInstant }
      add(at8(addDays(dayIn(at, zone), -1), zone), why)
      add(begins(at, zone), why)
    } else if (event.type === "consular-interview") add(begins(event.at, zone), "interview")
  }
}
