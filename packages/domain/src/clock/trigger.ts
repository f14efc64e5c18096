// Finds in one person's events what sets rules running. Where an act can be dated in two ways the earlier day is taken
// and the later one is kept beside it, as something counsel might argue.
import { type Custody, heldOn } from "../custody/episode.ts"
import { type Decisions, type IjDecision, ordersRemoval } from "../proceeding/decision.ts"
import { type EventOf, type EventType, isSeen, type ProceedingEvent } from "../proceeding/event.ts"
import type { FinalOrder } from "../proceeding/final-order.ts"
import { type DateOrInstant, dayAsWritten, type PlainDate, type TimeZone } from "../time/index.ts"
import type { TriggerName } from "./rule.ts"

export interface Later {
  readonly when: PlainDate
  readonly why: string
}

export interface Trigger {
  readonly name: TriggerName
  readonly when: DateOrInstant
  readonly later: readonly Later[]
  /** Why its rules no longer bind; the dates stay in the history. */
  readonly void: string | null
  /** What the trigger is about, where several run side by side (a consent's scope, a country). */
  readonly about?: string
}

export interface Reading {
  readonly events: readonly ProceedingEvent[]
  readonly decisions: Decisions
  readonly orders: readonly FinalOrder[]
  readonly custody: Custody
  readonly zone: TimeZone
}

const all = <T extends EventType>(events: readonly ProceedingEvent[], type: T): readonly EventOf<T>[] =>
  events.filter((e) => e.type === type) as unknown as readonly EventOf<T>[]

export function findTriggers(reading: Reading): readonly Trigger[] {
  const gone = all(reading.events, "removed").some(isSeen)
  const found = [
    ...reading.decisions.ij.flatMap((d) => ofDecision(d, gone)),
    ...reading.orders.flatMap((order, index) => ofOrder(order, reading, index)),
    ...ofBriefing(reading),
    ...ofFear(reading.events, gone),
    ...simple(reading.events, gone),
    ...ofConsents(reading.events),
  ]
  return found
}

const once = (name: TriggerName, when: DateOrInstant, voided: string | null = null, later: readonly Later[] = []): Trigger => ({
  name,
  when,
  later,
  void: voided,
})

function ofDecision(decision: IjDecision, gone: boolean): readonly Trigger[] {
  const copies = decision.copies.map((when): Later => ({ when, why: "written-decision-later" }))
  if (decision.outcome === "IN_ABSENTIA") return [once("in-absentia-order", decision.on, decision.replacedOn && "replaced", copies)]
  const found: Trigger[] = []
  if (decision.waivedOn !== decision.on) {
    const settled = !ordersRemoval(decision.outcome) && decision.dhsWaivedOn !== null
    const voided = decision.waivedOn !== null ? "waived" : settled ? "nothing-to-appeal" : gone ? "removed" : null
    found.push(once("ij-decision", decision.on, voided, copies))
  }
  if (decision.outcome === "VOLUNTARY_DEPARTURE") found.push(once("voluntary-departure", decision.on, decision.replacedOn && "replaced"))
  return found
}

function ofOrder(order: FinalOrder, reading: Reading, index: number): readonly Trigger[] {
  const voided = order.endedOn === null ? null : "order-ended"
  const later = order.copies.map((when): Later => ({ when, why: "later-decision" }))
  const counters = ofRemovalPeriod(order, reading)
  // Expedited removal has neither appeal nor petition; nothing may be made up for it.
  if (order.basis === "expedited") return counters
  // An earlier order of the same case keeps its own petition; the counters of custody belong to the first that stands.
  const first = reading.orders.findIndex((o) => o.endedOn === null)
  return [
    once("final-order", order.since, voided, later),
    once("final-administrative-decision", order.since, voided, later),
    ...(order.endedOn !== null || index === first ? counters : []),
  ]
}

/** From finality; anew from the court's final order, if the court had stayed removal (INA 241(a)(1)(B)(ii)). */
function ofRemovalPeriod(order: FinalOrder, reading: Reading): readonly Trigger[] {
  const rulings = all(reading.events, "court.final-order").filter((e) => e.stayedRemoval && isSeen(e) && e.on >= order.since)
  const starts = [order.since, ...new Set(rulings.map((e) => e.on).filter((on) => on > order.since))]
  const gone = all(reading.events, "removed").some(isSeen)
  return starts.map((on, i) =>
    once(
      "removal-period",
      on,
      order.endedOn !== null ? "order-ended" : i < starts.length - 1 ? "court-stayed-removal" : gone ? "removed" : null,
    ),
  )
}

function ofBriefing({ events }: Reading): readonly Trigger[] {
  return all(events, "bia.briefing-schedule").map(({ on }) => {
    const decided = events.some((e) => e.type === "bia.decision" && isSeen(e) && e.on >= on)
    return once("briefing-schedule", on, decided ? "decided" : null)
  })
}

function ofFear(events: readonly ProceedingEvent[], gone: boolean): readonly Trigger[] {
  const found: Trigger[] = []
  let open = false
  for (const event of events) {
    if (event.type === "cf.determination") {
      const last = found.at(-1)
      if (event.result === "negative" && !open) found.push(once("fear-negative", event.on, gone ? "removed" : null))
      else if (event.result === "positive" && open && last && isSeen(event)) found[found.length - 1] = { ...last, void: "reversed" }
      open = event.result === "negative" || (open && !isSeen(event))
    } else if (event.type === "cf.ij-review") {
      if (event.result === "affirmed") found.push(once("fear-affirmed", event.on, gone ? "removed" : null))
      open = false
    }
  }
  return found
}

function simple(events: readonly ProceedingEvent[], gone: boolean): readonly Trigger[] {
  const voided = gone ? "removed" : null
  const decided = events.some((e) => e.type === "ij.decision" && isSeen(e)) ? "decided" : null
  const entries = all(events, "canada.entry")
  const conferred = all(events, "protection.conferred")[0]
  const used = all(events, "file.last-used").at(-1)
  const first = entries.find((e) => e.on > "2020-06-24")
  return [
    ...all(events, "third-country.notice").map((e) => ({
      ...once("third-country-notice", e.at, voided),
      ...(e.country ? { about: e.country } : {}),
    })),
    ...all(events, "country.inquiry").map((e) => ({
      ...once("country-inquiry", e.on, voided),
      ...(e.country ? { about: e.country } : {}),
    })),
    ...all(events, "address.changed").map((e) => once("address-change", e.on, voided)),
    ...all(events, "parole.poe").map((e) => once("arrival", e.on, decided)),
    ...entries.map((e) => once("canada-entry", e.on)),
    ...(first ? [once("canada-first-entry", first.on)] : []),
    ...(conferred ? [once("protection-conferred", conferred.on)] : []),
    ...(used ? [once("file-last-used", used.on)] : []),
  ]
}

/** A consent given twice by word of mouth is due in writing from the first time, until it is written. */
function ofConsents(events: readonly ProceedingEvent[]): readonly Trigger[] {
  const open = new Set<string>()
  const found: Trigger[] = []
  for (const event of events) {
    if (event.type === "consent.oral" && !open.has(event.scope)) {
      open.add(event.scope)
      found.push({ ...once("oral-consent", event.at), about: event.scope })
    } else if (event.type === "consent.written" && isSeen(event)) open.delete(event.scope)
  }
  return found
}

/** Ordered removed unheard while the government itself held the person: rescission then has no limit (INA 240(b)(5)(C)(ii)). */
export const inCustodyOnHearingDay = ({ decisions, custody, zone }: Reading): boolean =>
  decisions.ij.some((d) => d.outcome === "IN_ABSENTIA" && heldOn(custody, d.on, zone))

export const triggerDay = (trigger: Trigger): PlainDate => dayAsWritten(trigger.when)
