// How old our knowledge of a place is. A person nobody has looked up for days may be on a plane.
import { type Instant, hourMs, instantOf, latestMoment, type TimeZone } from "../time/index.ts"
import type { Custody } from "./episode.ts"

export interface Staleness {
  readonly stale: boolean
  /** Whole hours since anyone knew; null when nobody ever did. */
  readonly hours: number | null
  /** When the next look is due; null for someone who is free. */
  readonly lookBy: Instant | null
}

export function staleness(custody: Custody, asOf: Instant, zone: TimeZone, limitHours: number): Staleness {
  if (custody.held !== "detained") return { stale: false, hours: null, lookBy: null }
  if (custody.confirmed === null) return { stale: true, hours: null, lookBy: asOf }
  const known = Math.min(asOf, latestMoment(custody.confirmed.at, zone))
  const hours = Math.floor((asOf - known) / hourMs)
  return { stale: custody.notFound !== null || hours >= limitHours, hours, lookBy: instantOf(known + limitHours * hourMs) }
}
