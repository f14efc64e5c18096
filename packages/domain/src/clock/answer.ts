// The one question the clock answers, and the whole of `safe-conduct deadlines`: one person's facts in, what is final,
// what holds removal back, every day and how fast to act out. Total: bad facts come back as a refusal, never as a date.
import { type Custody, readCustody } from "../custody/episode.ts"
import { readDecisions } from "../proceeding/decision.ts"
import { type DocumentHolder, readStage, readTravelDocument, type Stage } from "../proceeding/docket.ts"
import { type Facts, readFacts } from "../proceeding/facts.ts"
import { type FinalBasis, readFinalOrders, standingOrder } from "../proceeding/final-order.ts"
import { type Protection, readProtection } from "../proceeding/protection.ts"
import { notStayed, readStays, type StayBasis } from "../proceeding/stay.ts"
import { isRefusal } from "../refusal.ts"
import { dateIn, type PlainDate, writeInstant } from "../time/index.ts"
import { alarmsOf } from "./alarm.ts"
import { readCounsel } from "./counsel.ts"
import { type Deadline, openRoutes, reckonAll, rulesFor } from "./deadlines.ts"
import { type Flag, readFlags } from "./flags.ts"
import type { Law } from "./law.ts"
import { reckon } from "./reckon.ts"
import { inForceOn } from "./rule.ts"
import { type FactsRefusal, spoken } from "./sentence.ts"
import { findTriggers, inCustodyOnHearingDay } from "./trigger.ts"
import { readUrgency, type Situation, type Urgency } from "./urgency.ts"
import { nextLook, type Wake } from "./wake.ts"

export interface Route {
  readonly rule: string
  readonly citation: string
}

export interface Answer {
  readonly id: string
  readonly finalOrder: { readonly final: boolean; readonly since: PlainDate | null; readonly basis: FinalBasis | null }
  readonly stay: { readonly stayed: boolean; readonly basis: StayBasis | null; readonly until: string | null }
  readonly deadlines: readonly Deadline[]
  readonly urgency: Urgency
  readonly flags: readonly Flag[]
  /** The axes beside one another: none of them implies another. */
  readonly axes: {
    readonly proceeding: Stage
    readonly docket: "detained" | "non-detained" | "unknown"
    readonly custody: Custody["held"]
    readonly protection: Protection
    readonly travelDocument: DocumentHolder
  }
  /** Ways that have no limit in time, and stay nothing by themselves. */
  readonly routes: readonly Route[]
  /** When someone must look again, and why. */
  readonly wake: { readonly at: string; readonly why: Wake["why"] } | null
}

export function answerFacts(given: unknown, law: Law): Answer | FactsRefusal {
  const facts = readFacts(given)
  return isRefusal(facts) ? spoken(facts) : answer(facts, law)
}

/** What somebody is woken for after `asOf` and until then; nothing where the facts contradict one another. */
export function alarmsAhead(given: unknown, law: Law, until: number): readonly Wake[] {
  const facts = readFacts(given)
  return isRefusal(facts) ? [] : alarmsOf(situated(facts, law).situation, facts.asOf, until)
}

export function answer(facts: Facts, law: Law): Answer {
  const { orders, reading, triggers, situation } = situated(facts, law)
  const { events, timeZone: zone } = facts
  const { custody, decisions, order, stay, document, deadlines } = situation
  const protection = readProtection(decisions)
  const wake = nextLook(situation)
  const absentInCustody = inCustodyOnHearingDay(reading)
  return {
    id: facts.id,
    finalOrder: { final: order !== null, since: order?.since ?? null, basis: order?.basis ?? null },
    stay,
    deadlines: deadlines.map((d) => d.row),
    urgency: readUrgency(situation),
    flags: readFlags({ events, custody, order, protection, stay, deadlines, absentInCustody }),
    axes: {
      proceeding: readStage(events, decisions, orders),
      docket: custody.held === "detained" ? "detained" : custody.held === "released" ? "non-detained" : "unknown",
      custody: custody.held,
      protection,
      travelDocument: document,
    },
    routes: openRoutes(triggers, law)
      .filter((rule) => rule.trigger !== "in-absentia-order" || absentInCustody)
      .map(({ id, citation }) => ({ rule: id, citation })),
    wake: wake && { at: writeInstant(wake.at, zone), why: wake.why },
  }
}

/** Everything that is read from the facts, once. */
function situated(facts: Facts, law: Law) {
  const { events, timeZone: zone, asOf } = facts
  const today = dateIn(asOf, law.zones.board)
  const window = appealWindows(facts, law)
  const decisions = readDecisions(events)
  const orders = readFinalOrders(events, decisions, { window, departureDays: law.voluntaryDepartureDays, today })
  const order = standingOrder(orders)
  const stay = readStays(events, decisions, { window, asOf, zone, today })[0] ?? notStayed
  const custody = readCustody(events, law.facilities)
  const reading = { events, decisions, orders, custody, zone }
  const triggers = findTriggers(reading)
  const deadlines = reckonAll(triggers, { facts, law, counsel: readCounsel(events), free: custody.held === "released" })
  const document = readTravelDocument(events)
  const situation: Situation = { facts, law, custody, decisions, order, stay, document, deadlines }
  return { orders, reading, triggers, situation }
}

interface Window {
  readonly nominal: PlainDate
  readonly hard: PlainDate
}

/** The time to appeal a decision of a day, by whichever rule was in force on it; the shortest where several are. */
function appealWindows(facts: Facts, law: Law): (on: PlainDate) => Window | null {
  const known = new Map<PlainDate, Window | null>()
  return (on) => {
    const before = known.get(on)
    if (before !== undefined) return before
    let found: Window | null = null
    for (const rule of rulesFor(law, "ij-decision")) {
      if (!inForceOn(rule, on)) continue
      const dates = reckon(rule, on, facts.timeZone, law)
      if (dates?.is === "day" && (found === null || dates.hard < found.hard)) found = { nominal: dates.nominal, hard: dates.hard }
    }
    known.set(on, found)
    return found
  }
}
