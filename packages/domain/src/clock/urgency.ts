// How fast someone must act: the highest of the named triggers that hold now. It is computed and never stored; that a
// person may be looked at less often is a judgement of members and lives in the case.
import type { Custody } from "../custody/episode.ts"
import { currentEpisode } from "../custody/episode.ts"
import { type Decisions, standingDecisions } from "../proceeding/decision.ts"
import { type DocumentHolder, fearReviewPending } from "../proceeding/docket.ts"
import { isSeen, type ProceedingEvent } from "../proceeding/event.ts"
import type { Facts } from "../proceeding/facts.ts"
import type { FinalOrder } from "../proceeding/final-order.ts"
import type { Stay } from "../proceeding/stay.ts"
import { type DateOrInstant, dateIn, dayIn, daysBetween, earliestMoment, hourMs, latestMoment } from "../time/index.ts"
import { isOpenDeadline, type Reckoned } from "./deadlines.ts"
import { threateningFlights } from "./flight.ts"
import type { Law } from "./law.ts"

export const levels = ["E", "U", "H", "N"] as const
export type Level = (typeof levels)[number]

/** Every trigger and the level it carries; the words for each are looked up by this name. */
export const urgencyTriggers = {
  "removal-within-72h": "E",
  "third-country-notice": "E",
  "staging-with-final-order": "E",
  "final-unstayed-travel-document": "E",
  "cf-negative": "E",
  "expedited-removal-final": "E",
  "deadline-within-2-days": "E",
  "final-detained-unstayed": "U",
  "cf-review-pending": "U",
  "deadline-within-7-days": "U",
  "consular-interview": "U",
  "child-custody-hearing-within-7-days": "U",
  detained: "H",
  "in-absentia-order": "H",
  "detained-again": "H",
  "check-in-within-14-days": "H",
  "final-unstayed": "H",
  "deadline-within-30-days": "H",
} as const satisfies Record<string, Level>
export type UrgencyTrigger = keyof typeof urgencyTriggers

export interface Urgency {
  readonly level: Level
  /** Those that carry the level. */
  readonly triggers: readonly UrgencyTrigger[]
  /** The lower ones that hold as well. */
  readonly also: readonly UrgencyTrigger[]
}

export interface Situation {
  readonly facts: Facts
  readonly law: Law
  readonly custody: Custody
  readonly decisions: Decisions
  readonly order: FinalOrder | null
  readonly stay: Stay
  readonly document: DocumentHolder
  readonly deadlines: readonly Reckoned[]
}

export function readUrgency(situation: Situation): Urgency {
  const holding = new Set<UrgencyTrigger>()
  const say = (name: UrgencyTrigger, holds: boolean): unknown => holds && holding.add(name)
  const { facts, custody, decisions, order, stay, document } = situation
  const gone = facts.events.some((e) => e.type === "removed" && isSeen(e))
  if (!gone) {
    const held = custody.held === "detained"
    const unstayed = order !== null && !stay.stayed
    say("removal-within-72h", flightNear(situation))
    say(
      "third-country-notice",
      facts.events.some((e) => e.type === "third-country.notice"),
    )
    say("staging-with-final-order", order !== null && currentEpisode(custody)?.staging === true)
    say("final-unstayed-travel-document", unstayed && document === "ice")
    say("cf-negative", fearReviewPending(facts.events))
    say("expedited-removal-final", order?.basis === "expedited")
    say("final-detained-unstayed", unstayed && held)
    say("cf-review-pending", fearReviewPending(facts.events))
    say("consular-interview", interviewSet(situation))
    say("child-custody-hearing-within-7-days", ahead(situation, "child-custody", situation.law.urgency.childHearingDays))
    say("detained", held)
    say("detained-again", held && currentEpisode(custody)?.again === true)
    say(
      "in-absentia-order",
      standingDecisions(decisions).some((d) => d.outcome === "IN_ABSENTIA"),
    )
    say("check-in-within-14-days", ahead(situation, "check-in", situation.law.urgency.checkInDays))
    say("final-unstayed", unstayed)
  }
  const near = nearestDeadline(situation)
  const limits = situation.law.urgency
  if (near <= limits.emergencyDays) holding.add("deadline-within-2-days")
  else if (near <= limits.urgentDays) holding.add("deadline-within-7-days")
  else if (near <= limits.highDays) holding.add("deadline-within-30-days")
  return ranked(holding)
}

function ranked(holding: ReadonlySet<UrgencyTrigger>): Urgency {
  const named = (Object.keys(urgencyTriggers) as UrgencyTrigger[]).filter((name) => holding.has(name))
  const level = levels.find((l) => named.some((name) => urgencyTriggers[name] === l)) ?? "N"
  return { level, triggers: named.filter((n) => urgencyTriggers[n] === level), also: named.filter((n) => urgencyTriggers[n] !== level) }
}

/** Within the limit ahead, or past and the person not seen since. */
function flightNear({ facts, law }: Situation): boolean {
  const flights = threateningFlights(facts.events, facts.timeZone)
  return flights.some((flight) => flight.from - facts.asOf <= law.urgency.removalHours * hourMs)
}

/** A consulate that was asked about a person goes on working after the talk; release ends the matter. */
function interviewSet({ facts, custody }: Situation): boolean {
  const zone = facts.timeZone
  const last = facts.events.findLast((e) => e.type === "consular-interview")
  if (!last) return false
  const freed = custody.held === "released" ? custody.episodes.at(-1)?.to : null
  return !freed || earliestMoment(freed, zone) <= latestMoment((last as { at: DateOrInstant }).at, zone)
}

function ahead({ facts }: Situation, kind: "child-custody" | "check-in", days: number): boolean {
  const today = dateIn(facts.asOf, facts.timeZone)
  return facts.events.some((event: ProceedingEvent) => {
    const due = kind === "check-in" ? event.type === "check-in.scheduled" : event.type === "hearing.scheduled" && event.kind === kind
    if (!due) return false
    const left = daysBetween(today, dayIn((event as { at: DateOrInstant }).at, facts.timeZone))
    return left >= 0 && left <= days
  })
}

/** Days to the nearest day on which a right would be lost; counters and the duties of an agency alarm nobody. */
function nearestDeadline({ deadlines }: Situation): number {
  let near = Number.POSITIVE_INFINITY
  for (const { row, rule, daysLeft } of deadlines)
    if (rule.kind === "filing" && isOpenDeadline(row)) near = Math.min(near, Math.max(daysLeft, 0))
  return near
}
