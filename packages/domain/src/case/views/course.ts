// The course of a person's case as a picture: where she was held and when, stays, and what happened, each with its ends as written.
// Deadlines are reckoned elsewhere and laid beside. Facts only; the picture decides nothing.
import type { Facility } from "../../custody/facility.ts"
import { readCustody } from "../../custody/episode.ts"
import { inOrder } from "../../proceeding/facts.ts"
import { type EventType, isSeen, type ProceedingEvent, whenOf } from "../../proceeding/event.ts"
import type { DateOrInstant } from "../../time/index.ts"

export interface CourseSpan {
  readonly lane: "custody" | "stay"
  readonly from: DateOrInstant
  /** Null: to this day, or without an end that anybody named. */
  readonly to: DateOrInstant | null
  /** The place; empty for a stay. */
  readonly label: string
  readonly staging: boolean
}
export interface CoursePoint {
  readonly at: DateOrInstant
  readonly type: EventType
  /** Said by somebody and seen on no paper. */
  readonly said: boolean
}
export interface Course {
  readonly spans: readonly CourseSpan[]
  readonly points: readonly CoursePoint[]
}

/** Shown as spans, or of the desk's own order and not of her story. */
const notPoints = /^(custody\.|consent\.|file\.|court\.stay-(ordered|ended)$)/

export function courseOf(events: readonly ProceedingEvent[], facilities: readonly Facility[]): Course {
  const ordered = inOrder(events)
  const held = readCustody(ordered, facilities).episodes.map(
    ({ from, to, facility, known, state, staging }): CourseSpan => ({
      lane: "custody",
      from,
      to,
      label: known?.name ?? facility ?? state ?? "",
      staging,
    }),
  )
  return {
    spans: [...held, ...stays(ordered)],
    points: ordered
      .filter(({ type }) => !notPoints.test(type))
      .map((event) => ({ at: whenOf(event), type: event.type, said: !isSeen(event) })),
  }
}

/** A stay runs until the day it names, until a court ends it, or until the final order lets the removal go on. */
function stays(ordered: readonly ProceedingEvent[]): readonly CourseSpan[] {
  const spans: CourseSpan[] = []
  for (const event of ordered) {
    if (event.type === "court.stay-ordered")
      spans.push({ lane: "stay", from: event.on, to: event.until ?? null, label: "", staging: false })
    const ends = event.type === "court.stay-ended" || (event.type === "court.final-order" && !event.stayedRemoval)
    const open = spans.at(-1)
    if (ends && open !== undefined && (open.to === null || open.to > event.on)) spans[spans.length - 1] = { ...open, to: event.on }
  }
  return spans
}
