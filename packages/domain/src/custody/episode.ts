// Where a person was held, from when to when: one episode a place, folded from the dated events. A release that is only
// said does not open the door, because being wrong about that is the dearer mistake.
import { type EventOf, isSeen, type ProceedingEvent } from "../proceeding/event.ts"
import { type DateOrInstant, dayIn, type PlainDate, type TimeZone } from "../time/index.ts"
import { type Facility, facilityByCode } from "./facility.ts"

export interface Episode {
  readonly from: DateOrInstant
  readonly to: DateOrInstant | null
  /** As it was typed; a code when it is one. */
  readonly facility: string | null
  readonly known: Facility | null
  readonly state: string | null
  readonly staging: boolean
  /** Held again after an earlier release. */
  readonly again: boolean
}

export interface Custody {
  readonly held: "detained" | "released" | "unknown"
  readonly episodes: readonly Episode[]
  /** The last time anyone knew where the person was. */
  readonly confirmed: { readonly at: DateOrInstant; readonly how: string } | null
  /** The last look that found nothing, if nobody has found the person since. */
  readonly notFound: DateOrInstant | null
}

type Draft = { -readonly [K in keyof Episode]: Episode[K] }

export function readCustody(events: readonly ProceedingEvent[], facilities: readonly Facility[]): Custody {
  const episodes: Draft[] = []
  let held: Custody["held"] = "unknown"
  let confirmed: Custody["confirmed"] = null
  let notFound: DateOrInstant | null = null
  for (const event of events) {
    if (event.type === "custody.confirmed" && held === "detained" && samePlace(event, episodes.at(-1))) {
      confirmed = { at: event.at, how: event.how ?? "call" }
      notFound = null
    } else if (event.type === "custody.detained" || event.type === "custody.moved" || event.type === "custody.confirmed") {
      const open = episodes.at(-1)
      if (open && open.to === null) open.to = event.at
      episodes.push(begun(event, facilities, held === "released" && event.type !== "custody.moved"))
      held = "detained"
      confirmed = { at: event.at, how: event.type === "custody.confirmed" ? (event.how ?? "call") : event.type }
      notFound = null
    } else if (event.type === "custody.released" || event.type === "removed") {
      if (!isSeen(event)) continue
      const open = episodes.at(-1)
      if (open && open.to === null) open.to = event.at
      held = "released"
      notFound = null
    } else if (event.type === "custody.not-found") {
      notFound = event.at
    }
  }
  return { held, episodes, confirmed, notFound }
}

type Arrival = EventOf<"custody.detained"> | EventOf<"custody.moved"> | EventOf<"custody.confirmed">

/** Someone found in custody is in custody, though nobody told of the arrest; found elsewhere, they were moved. */
const samePlace = (event: EventOf<"custody.confirmed">, last: Episode | undefined): boolean =>
  event.facility === undefined || event.facility === last?.facility

function begun(event: Arrival, facilities: readonly Facility[], again: boolean): Draft {
  const known = event.facility === undefined ? null : (facilityByCode(event.facility, facilities) ?? null)
  return {
    from: event.at,
    to: null,
    facility: event.facility ?? null,
    known,
    state: event.state ?? known?.state ?? null,
    staging: event.staging === true || known?.staging === true,
    again,
  }
}

/** Whether the person was held on a day: the day itself counts at both ends. */
export function heldOn(custody: Custody, day: PlainDate, zone: TimeZone): boolean {
  return custody.episodes.some((e) => dayIn(e.from, zone) <= day && (e.to === null || dayIn(e.to, zone) >= day))
}

export const currentEpisode = (custody: Custody): Episode | null => (custody.held === "detained" ? (custody.episodes.at(-1) ?? null) : null)

/** Codes typed that the list does not know: kept as typed, shown with a mark. */
export const unknownFacilities = (custody: Custody): readonly string[] =>
  custody.episodes.flatMap((e) => (e.facility !== null && e.known === null ? [e.facility] : []))
