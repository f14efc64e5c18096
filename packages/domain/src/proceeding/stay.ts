// What holds removal back today. Filing holds nothing back: a petition, a habeas, an I-246 and most motions are requests.
// What does: the time to appeal and a pending appeal (8 CFR 1003.6(a)), a motion to rescind an in absentia order (INA
// 240(b)(5)(C)), and a court's own order until it ends. What is only said never holds anything back.
import { type Instant, latestMoment, type PlainDate, type TimeZone } from "../time/index.ts"
import { type AppealWindow, type Decisions, finalByWaiver, type IjDecision, ordersRemoval, standingDecisions } from "./decision.ts"
import { appealedInTime } from "./final-order.ts"
import { type EventOf, isSeen, type ProceedingEvent, whenOf } from "./event.ts"

export type StayBasis = "court-stay" | "court-order" | "appeal-pending" | "appeal-window" | "rescission-motion"

export interface Stay {
  readonly stayed: boolean
  readonly basis: StayBasis | null
  /** The last day, or the moment, of what holds removal back; null when it ends with an act and not with a date. */
  readonly until: string | null
}

export interface StayRules {
  readonly window: (on: PlainDate) => AppealWindow | null
  readonly asOf: Instant
  readonly zone: TimeZone
  /** Today where the Board's clerk sits. */
  readonly today: PlainDate
}

export const notStayed: Stay = { stayed: false, basis: null, until: null }

type CourtStay = EventOf<"court.stay-ordered"> | EventOf<"court.order">

/** All that holds removal back today, a court's order first. */
export function readStays(events: readonly ProceedingEvent[], decisions: Decisions, rules: StayRules): readonly Stay[] {
  if (events.some((e) => e.type === "removed")) return []
  return [
    ...courtStays(events, rules),
    ...standingDecisions(decisions).flatMap((d) => automatic(d, events, rules)),
    ...looseAppeal(decisions),
  ]
}

function courtStays(events: readonly ProceedingEvent[], rules: StayRules): readonly Stay[] {
  let standing: CourtStay[] = []
  for (const event of events) {
    // An end that is only said is believed: the worse is assumed.
    if (event.type === "court.final-order" || event.type === "court.stay-ended" || event.type === "court.stay-denied") standing = []
    else if (event.type === "court.stay-ordered" && isSeen(event)) standing.push(event)
    else if (event.type === "court.order" && event.kind !== "no-transfer" && isSeen(event)) standing.push(event)
  }
  return standing
    .filter((order) => order.until === undefined || rules.asOf <= latestMoment(order.until, rules.zone))
    .map(
      (order): Stay => ({ stayed: true, basis: order.type === "court.order" ? "court-order" : "court-stay", until: order.until ?? null }),
    )
}

function automatic(decision: IjDecision, events: readonly ProceedingEvent[], rules: StayRules): readonly Stay[] {
  if (!ordersRemoval(decision.outcome)) return []
  if (decision.outcome === "IN_ABSENTIA") {
    const motion = events.find((e) => e.type === "motion.filed" && e.kind === "rescind-in-absentia" && isSeen(e) && e.on >= decision.on)
    // What reached the Board, the judge has ruled on, and the stay was only until then.
    const ruled = motion !== undefined && decision.board.some((act) => act.on >= whenOf(motion))
    const filed = motion !== undefined && !ruled
    return filed ? [{ stayed: true, basis: "rescission-motion", until: null }] : []
  }
  if (!decision.seen || finalByWaiver(decision) !== null || decision.board.length > 0) return []
  const window = rules.window(decision.on)
  if (!window) return []
  if (appealedInTime(decision, window)) return [{ stayed: true, basis: "appeal-pending", until: null }]
  return rules.today <= window.hard ? [{ stayed: true, basis: "appeal-window", until: window.hard }] : []
}

/** An appeal whose decision nobody recorded still pends until the Board speaks. */
function looseAppeal(decisions: Decisions): readonly Stay[] {
  const { appeals, board } = decisions.loose
  return appeals.some(isSeen) && board.length === 0 && decisions.ij.length === 0
    ? [{ stayed: true, basis: "appeal-pending", until: null }]
    : []
}

/** A court's order whose kind ends, and of which nobody wrote down when. */
export const ordersWithoutUntil = (events: readonly ProceedingEvent[]): boolean =>
  events.some((e) => e.type === "court.order" && e.kind === "temporary-stay" && e.until === undefined)
