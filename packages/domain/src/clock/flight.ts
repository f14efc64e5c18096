// Reported removals that still threaten: a flight's hour may have passed and the person still be unaccounted for. Only a
// sight of the person afterwards, or a call-off that is seen, takes a flight away; one call-off takes one flight.
import { type EventOf, isSeen, type ProceedingEvent } from "../proceeding/event.ts"
import { dayIn, earliestMoment, type Instant, latestMoment, type TimeZone } from "../time/index.ts"

export interface Flight {
  readonly from: Instant
  readonly until: Instant
  readonly confidence: "confirmed" | "reported" | "rumoured"
}

const sights = new Set<ProceedingEvent["type"]>(["custody.confirmed", "custody.detained", "custody.moved", "custody.released"])

export function threateningFlights(events: readonly ProceedingEvent[], zone: TimeZone): readonly Flight[] {
  const flights = events.filter((e): e is EventOf<"removal.scheduled"> => e.type === "removal.scheduled")
  if (flights.length === 0 || events.some((e) => e.type === "removed" && isSeen(e))) return []
  let standing = flights
    .map((e) => ({
      from: earliestMoment(e.at, zone),
      until: latestMoment(e.at, zone),
      confidence: e.confidence ?? ("reported" as const),
      day: dayIn(e.at, zone),
    }))
    .sort((a, b) => a.from - b.from)
  for (const event of events) {
    if (event.type !== "removal.called-off" || !isSeen(event)) continue
    const at = earliestMoment(event.at, zone)
    const off = standing.find((f) => f.until >= at) ?? standing.at(-1)
    standing = standing.filter((f) => f.day !== off?.day)
  }
  const seen = events.filter((e) => sights.has(e.type) && isSeen(e)) as EventOf<"custody.confirmed">[]
  const lastSeen = Math.max(...seen.map((e) => earliestMoment(e.at, zone)))
  return standing.filter((f) => !(lastSeen > f.until)).map(({ from, until, confidence }) => ({ from, until, confidence }))
}
