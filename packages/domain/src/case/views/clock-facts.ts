// A person's dated events as the clock takes them: those recorded as events, and those that custody, counsel, consents, removals
// and arrivals say by themselves. Facts only; what follows from them is computed elsewhere, each time anew.
import type { CounselFor, ProceedingEvent } from "../../proceeding/event.ts"
import { whenOf } from "../../proceeding/event.ts"
import { type DateOrInstant, dayAsWritten, type Instant, timeZoneOf, writeInstant } from "../../time/index.ts"
import { reachesGovernment } from "../../consent/scope.ts"
import { consentsOf } from "../consents.ts"
import { personOf } from "../person.ts"
import type { CaseRow, CaseState } from "../state.ts"
import { dayOf } from "./family.ts"

/** The contract's line without `asOf`, which only the caller knows. */
export interface ClockFacts {
  readonly id: string
  readonly timeZone?: string
  readonly circuit?: string
  readonly courtState?: string
  readonly events: readonly ProceedingEvent[]
}

export function clockFacts(state: CaseState, person: string): ClockFacts {
  const court = personOf(state, person)?.court
  const zone = state.custody.findLast((row) => row.person === person && row.facility.timeZone !== undefined)?.facility.timeZone
  return {
    id: person,
    ...(zone === undefined ? {} : { timeZone: zone }),
    ...(court?.circuit === undefined ? {} : { circuit: court.circuit }),
    ...(court?.state === undefined ? {} : { courtState: court.state }),
    events: eventsOf(state, person),
  }
}

/** Ready for `answerFacts`. `fallback` is the zone where nothing is known of hers. */
export const factsAt = (facts: ClockFacts, asOf: string, fallback: string) => ({ ...facts, asOf, timeZone: facts.timeZone ?? fallback })

export function eventsOf(state: CaseState, person: string): readonly ProceedingEvent[] {
  const recorded = state.events.filter((row) => row.person === person).map((row) => row.event)
  const said = [
    ...fromCustody(state, person),
    ...fromCounsel(state, person),
    ...fromConsents(state, person),
    ...fromOutcomes(state, person),
  ]
  const twice = (event: ProceedingEvent) => recorded.some((one) => one.type === event.type && whenOf(one) === whenOf(event))
  return [...recorded, ...said.filter((event) => !twice(event))]
}

const bySince = (a: CaseRow<"custody">, b: CaseRow<"custody">) =>
  a.since === b.since ? a.made.seq - b.made.seq : a.since < b.since ? -1 : 1

function fromCustody(state: CaseState, person: string): ProceedingEvent[] {
  const events: ProceedingEvent[] = []
  let held: string | null = null
  for (const row of state.custody.filter((one) => one.person === person).toSorted(bySince)) {
    const { code, name, state: at, staging } = row.facility
    const facility = code ?? name
    const place = {
      ...(facility === undefined ? {} : { facility }),
      ...(at === undefined ? {} : { state: at }),
      ...(staging === undefined ? {} : { staging }),
    }
    if (row.where === "detained") {
      if (held === null) events.push({ type: "custody.detained", at: row.since, ...place })
      else if (held !== (facility ?? "")) events.push({ type: "custody.moved", at: row.since, ...place })
      held = facility ?? ""
      const how = row.how === "person" ? {} : { how: row.how }
      if (row.confirmed !== undefined) events.push({ type: "custody.confirmed", at: row.confirmed, ...place, ...how })
    } else if (held !== null && row.where !== "unknown") {
      events.push({ type: "custody.released", at: row.since })
      held = null
    }
  }
  return events
}

function fromCounsel(state: CaseState, person: string): ProceedingEvent[] {
  return state.counsel
    .filter((row) => row.person === person)
    .flatMap((row): ProceedingEvent[] => {
      const task: CounselFor = row.for
      return [
        // Nobody said since when: named is not forgotten, and counts as said from the day it was written down.
        row.since === undefined
          ? { type: "counsel.entered" as const, on: dayOf(row.made.at), for: task, seen: false }
          : { type: "counsel.entered" as const, on: row.since, for: task },
        ...(row.until === undefined ? [] : [{ type: "counsel.left" as const, on: row.until, for: task }]),
      ]
    })
}

const written = (at: Instant): DateOrInstant => writeInstant(at, timeZoneOf("UTC")) as DateOrInstant

function fromConsents(state: CaseState, person: string): ProceedingEvent[] {
  return consentsOf(state, person)
    .map((row) => row.consent)
    .filter((one) => one.withdrawn === undefined && one.how !== "reported" && reachesGovernment(one.scope))
    .map((one) => ({ type: one.how === "oral" ? "consent.oral" : "consent.written", at: written(one.at), scope: one.scope }))
}

function fromOutcomes(state: CaseState, person: string): ProceedingEvent[] {
  const removals = state.removals.filter((row) => row.person === person)
  const arrivals = state.arrivals.filter((row) => row.person === person && row.country === "CA")
  return [
    ...removals.map((row) => ({ type: "removed" as const, at: row.at, to: row.to, ...(row.seen === undefined ? {} : { seen: row.seen }) })),
    ...arrivals.map((row) => ({ type: "canada.entry" as const, on: dayAsWritten(row.at) })),
  ]
}
