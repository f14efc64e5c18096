// What the clock is asked about: one person's events and the place whose clock runs. Read strictly, so that a typing
// mistake becomes a sentence that helps and never a wrong date.
import * as v from "valibot"
import { type Refusal, refusal, refusalFromIssues } from "../refusal.ts"
import { dayAsWritten, type Instant, InstantText, latestDateOnEarth, momentOf, TimeZone } from "../time/index.ts"
import { eventSchemas, isEventType, type ProceedingEvent, speaksOfTheFuture, whenOf } from "./event.ts"

export const Circuit = v.picklist(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "DC"])
export type Circuit = v.InferOutput<typeof Circuit>

const mostEvents = 5000

const Envelope = v.strictObject({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  asOf: InstantText,
  timeZone: TimeZone,
  /** The court's circuit, for petitions; habeas follows custody. */
  circuit: v.optional(Circuit),
  courtState: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, "bad-state"))),
  events: v.pipe(v.array(v.unknown()), v.maxLength(mostEvents)),
})

export interface Facts extends Omit<v.InferOutput<typeof Envelope>, "events" | "asOf"> {
  readonly asOf: Instant
  /** In order of time, whatever order they came in. */
  readonly events: readonly ProceedingEvent[]
}

export function readFacts(given: unknown): Facts | Refusal {
  const read = v.safeParse(Envelope, given)
  if (!read.success) return refusalFromIssues(read.issues)
  const asOf = momentOf(read.output.asOf)
  const events: ProceedingEvent[] = []
  for (const [index, one] of read.output.events.entries()) {
    const event = readEvent(one, `/events/${index}`)
    if ("error" in event) return event
    const fault = implausible(event, asOf, index)
    if (fault) return fault
    events.push(event)
  }
  return releaseBeforeDetention(events) ?? { ...read.output, asOf, events: inOrder(events) }
}

function readEvent(given: unknown, at: string): ProceedingEvent | Refusal {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return refusal("not-an-event", at)
  const type = (given as { type?: unknown }).type
  if (type === undefined) return refusal("missing", `${at}/type`)
  if (!isEventType(type)) return refusal("unknown-event-type", `${at}/type`)
  const read = v.safeParse(eventSchemas[type], given)
  if (read.success) return read.output as ProceedingEvent
  const fault = refusalFromIssues(read.issues as [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]])
  return { ...fault, at: at + (fault.at ?? "") }
}

/** A date is in the future once it has begun nowhere on earth: a paper dated tomorrow in the office's own zone is let through. */
function implausible(event: ProceedingEvent, asOf: Instant, index: number): Refusal | null {
  if (speaksOfTheFuture(event.type)) return null
  const key = "on" in event ? "on" : "at"
  return dayAsWritten(whenOf(event)) > latestDateOnEarth(asOf) ? refusal("in-the-future", `/events/${index}/${key}`) : null
}

/** A release needs a detention before it; one that only comes after is a slip of the pen in one of the two. */
function releaseBeforeDetention(events: readonly ProceedingEvent[]): Refusal | null {
  const held = events.filter((e) => e.type === "custody.detained" || e.type === "custody.moved").map((e) => dayAsWritten(whenOf(e)))
  if (held.length === 0) return null
  for (const [index, event] of events.entries()) {
    if (event.type !== "custody.released") continue
    const day = dayAsWritten(event.at)
    if (!held.some((from) => from <= day)) return refusal("release-before-detention", `/events/${index}/at`)
  }
  return null
}

/** Where a day ties: detention before release, a decision before what answers it. The rest by text, so that no order of arrival matters. */
const rank: Partial<Record<ProceedingEvent["type"], number>> = {
  "custody.detained": 0,
  "custody.moved": 1,
  "cf.determination": 1,
  "cf.ij-review": 2,
  "ij.decision": 2,
  "dhs.appeal-waived": 3,
  "bia.appeal-received": 4,
  "bia.decision": 5,
  "motion.filed": 6,
  "court.petition-filed": 6,
  "court.order": 7,
  "court.stay-ordered": 7,
  "court.final-order": 8,
  "court.stay-denied": 9,
  "court.stay-ended": 9,
  "custody.released": 9,
}

interface Place {
  readonly event: ProceedingEvent
  readonly when: string
  readonly rank: number
}

export function inOrder(events: readonly ProceedingEvent[]): readonly ProceedingEvent[] {
  if (events.length < 2) return events
  const placed: Place[] = events.map((event) => ({ event, when: orderKey(event), rank: rank[event.type] ?? 5 }))
  placed.sort((a, b) => {
    if (a.when !== b.when) return a.when < b.when ? -1 : 1
    if (a.rank !== b.rank) return a.rank - b.rank
    const left = JSON.stringify(a.event)
    const right = JSON.stringify(b.event)
    return left < right ? -1 : left > right ? 1 : 0
  })
  return placed.map((p) => p.event)
}

/** By day as written, then by moment; a bare day stands at the beginning of its day. */
function orderKey(event: ProceedingEvent): string {
  const when = whenOf(event)
  if (when.length === 10) return when
  return `${dayAsWritten(when)}${String(momentOf(when as InstantText)).padStart(16, "0")}`
}
