// Every deadline of one person, from the triggers in the events and the rules in force on each trigger's day. A view:
// computed anew from facts, the moment it is asked, and the law's rows.
import type { Facts } from "../proceeding/facts.ts"
import { dateIn, hourMs, type Instant, type TimeZone, toDayNumber, writeInstant } from "../time/index.ts"
import { type Arguable, arguableDates } from "./arguable.ts"
import { type Counsel, type Files, whoFiles } from "./counsel.ts"
import { keptOf } from "./filing.ts"
import type { Law } from "./law.ts"
import { type Dates, reckon } from "./reckon.ts"
import { inForceOn, type Rule, type RuleKind, type TriggerName } from "./rule.ts"
import { type Trigger, triggerDay } from "./trigger.ts"

export type DeadlineStatus = "running" | "met" | "claimed" | "missed" | "void"

export interface Deadline {
  readonly rule: string
  /** A day, or for an hour clock a moment with the place's offset. */
  readonly nominal: string
  readonly hard: string
  readonly safeBy: string
  readonly status: DeadlineStatus
  readonly citation: string
  readonly arguable: readonly Arguable[]
  readonly trigger: string
  readonly kind: RuleKind
  /** Who would file it; null where the person's side files nothing. */
  readonly files: Files | null
  readonly about?: string
  /** Why it no longer binds. */
  readonly because?: string
  readonly verify?: string
}

/** A deadline with what the views beside it need in numbers. */
export interface Reckoned {
  readonly row: Deadline
  readonly rule: Rule
  readonly dates: Dates
  readonly zone: TimeZone
  /** Days left to the hard day, negative when past; hours for an hour clock. */
  readonly daysLeft: number
  readonly hoursLeft: number | null
}

const tables = new WeakMap<Law, ReadonlyMap<TriggerName, readonly Rule[]>>()

/** The rules a trigger may set running, in force or not. */
export function rulesFor(law: Law, name: TriggerName): readonly Rule[] {
  let table = tables.get(law)
  if (!table) {
    const grouped = new Map<TriggerName, Rule[]>()
    for (const rule of law.rules) grouped.set(rule.trigger, [...(grouped.get(rule.trigger) ?? []), rule])
    tables.set(law, (table = grouped))
  }
  return table.get(name) ?? []
}

export function zoneOf(rule: Rule, facts: Facts, law: Law): TimeZone {
  if (rule.clock === "board") return law.zones.board
  if (rule.clock === "ottawa") return law.zones.ottawa
  if (rule.clock === "circuit" && facts.circuit) return law.circuits[facts.circuit].timeZone
  return facts.timeZone
}

export interface Bearing {
  readonly facts: Facts
  readonly law: Law
  readonly counsel: Counsel
  /** Nobody is held: counters of detention say nothing. */
  readonly free: boolean
}

export function reckonAll(triggers: readonly Trigger[], bearing: Bearing): readonly Reckoned[] {
  const found: Reckoned[] = []
  for (const trigger of triggers) {
    for (const rule of rulesFor(bearing.law, trigger.name)) {
      if (!inForceOn(rule, triggerDay(trigger))) continue
      const one = reckonOne(rule, trigger, bearing)
      if (one) found.push(one)
    }
  }
  return found.sort(byHard)
}

/** The rules without a limit in time that a trigger opens. */
export const openRoutes = (triggers: readonly Trigger[], law: Law): readonly Rule[] => {
  const names = new Set(triggers.filter((t) => t.void === null).map((t) => t.name))
  return law.rules.filter((r) => r.offset === null && r.status === "IN_FORCE" && names.has(r.trigger))
}

function reckonOne(rule: Rule, trigger: Trigger, { facts, law, counsel, free }: Bearing): Reckoned | null {
  const zone = zoneOf(rule, facts, law)
  const dates = reckon(rule, trigger.when, zone, law)
  if (!dates) return null
  const kept = keptOf(rule, trigger, dates, facts.events, zone)
  const because = trigger.void ?? (rule.onlyHeld && free ? "released" : null)
  const left = timeLeft(dates, facts.asOf, zone)
  const past = left.hoursLeft === null ? left.daysLeft < 0 : left.hoursLeft < 0
  const status = kept === "met" ? "met" : because !== null ? "void" : kept === "claimed" ? "claimed" : past ? "missed" : "running"
  const row: { -readonly [K in keyof Deadline]: Deadline[K] } = {
    rule: rule.id,
    nominal: written(dates.nominal, zone),
    hard: written(dates.hard, zone),
    safeBy: dates.safeBy,
    status,
    citation: rule.citation,
    arguable: dates.is === "day" ? arguableDates(rule, trigger, dates, { circuit: facts.circuit, state: facts.courtState }, zone, law) : [],
    trigger: trigger.when,
    kind: rule.kind,
    files: rule.kind === "filing" ? whoFiles(counsel, rule.filer) : null,
  }
  if (trigger.about !== undefined) row.about = trigger.about
  if (status === "void" && because !== null) row.because = because
  if (rule.verify !== undefined) row.verify = rule.verify
  return { row, rule, dates, zone, daysLeft: left.daysLeft, hoursLeft: left.hoursLeft }
}

const written = (at: string | Instant, zone: TimeZone): string => (typeof at === "string" ? at : writeInstant(at, zone))

function timeLeft(dates: Dates, asOf: Instant, zone: TimeZone): { daysLeft: number; hoursLeft: number | null } {
  if (dates.is === "day") return { daysLeft: toDayNumber(dates.hard) - toDayNumber(dateIn(asOf, zone)), hoursLeft: null }
  const hours = (dates.hard - asOf) / hourMs
  return { daysLeft: Math.floor(hours / 24), hoursLeft: hours }
}

/** Earliest day first; rows of one day by rule, so that an answer is the same whatever order the facts came in. */
function byHard({ row: a }: Reckoned, { row: b }: Reckoned): number {
  if (a.hard !== b.hard) return a.hard < b.hard ? -1 : 1
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1
  if (a.trigger !== b.trigger) return a.trigger < b.trigger ? -1 : 1
  return (a.about ?? "") < (b.about ?? "") ? -1 : 1
}

/** Still ahead, and not yet proved kept. */
export const isOpenDeadline = (deadline: Deadline): boolean => deadline.status === "running" || deadline.status === "claimed"
