// When an order of removal became final (8 CFR 1241.1), and whether it still is: dismissal by the Board, waiver, lapse of
// the time to appeal, in absentia at once, and expedited removal after the judge affirmed. Where two days can be argued,
// the earlier one counts, because every clock that follows must not run late.
import { addDays, earliest, latest, type PlainDate } from "../time/index.ts"
import { type AppealWindow, type Decisions, finalByWaiver, type IjDecision, ordersRemoval } from "./decision.ts"
import { type EventOf, isSeen, type ProceedingEvent } from "./event.ts"

export type FinalBasis = "board-dismissed" | "in-absentia" | "waived" | "lapsed" | "departure-overstayed" | "expedited"

export interface FinalOrder {
  readonly since: PlainDate
  readonly basis: FinalBasis
  /** Later days of the same finality, which counsel might argue for. */
  readonly copies: readonly PlainDate[]
  /** The day a remand or a new decision took the order away. */
  readonly endedOn: PlainDate | null
}

export interface FinalityRules {
  /** The time to appeal a decision of that day, by the law in force on it; null when no such rule is in force. */
  readonly window: (on: PlainDate) => AppealWindow | null
  /** The longest stay that voluntary departure can grant, in days (INA 240B(b)(2)). */
  readonly departureDays: number
  /** Today where the Board's clerk sits. */
  readonly today: PlainDate
}

export function readFinalOrders(events: readonly ProceedingEvent[], decisions: Decisions, rules: FinalityRules): readonly FinalOrder[] {
  const found: FinalOrder[] = []
  for (const decision of decisions.ij) {
    if (ordersRemoval(decision.outcome)) found.push(...ofDecision(decision, rules))
  }
  found.push(...ofBoard(decisions.loose.board, decisions.ij[0]?.on ?? null))
  const expedited = ofExpedited(events, decisions)
  if (expedited) found.push(expedited)
  return found.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}

/** The order that stands today: the first of those that nothing took away. */
export const standingOrder = (orders: readonly FinalOrder[]): FinalOrder | null => orders.find((o) => o.endedOn === null) ?? null

function ofDecision(decision: IjDecision, rules: FinalityRules): readonly FinalOrder[] {
  if (decision.outcome === "IN_ABSENTIA") {
    const atOnce: FinalOrder = { since: decision.on, basis: "in-absentia", copies: decision.copies, endedOn: decision.replacedOn }
    return [atOnce, ...ofBoard(decision.board, decision.replacedOn)]
  }
  const board = ofBoard(decision.board, decision.replacedOn)
  const own = withoutBoard(decision, rules)
  // The Board's dismissal is the final order of a case it heard; only a waiver before it stands on its own.
  if (board.length > 0) return own?.basis === "waived" ? [own, ...board] : board
  return own ? [own] : []
}

function withoutBoard(decision: IjDecision, rules: FinalityRules): FinalOrder | null {
  const window = rules.window(decision.on)
  const waived = finalByWaiver(decision)
  const lapsed = window && !appealedInTime(decision, window) && rules.today > window.hard ? window.hard : null
  const since = waived !== null && lapsed !== null ? earliest(waived, lapsed) : (waived ?? lapsed)
  if (since === null) return null
  const basis = since === waived ? "waived" : "lapsed"
  if (decision.replacedOn !== null && decision.replacedOn <= since) return null
  if (decision.outcome !== "VOLUNTARY_DEPARTURE") return { since, basis, copies: [], endedOn: decision.replacedOn }
  // Leave to depart holds the order back until the days it gave are over; how many it gave is not recorded.
  const overstayed = latest(since, addDays(decision.on, rules.departureDays))
  return rules.today > overstayed ? { since: overstayed, basis: "departure-overstayed", copies: [], endedOn: decision.replacedOn } : null
}

/**
 * Whether an appeal keeps the order from becoming final. One that is only said does not: the worse is assumed until the
 * receipt is seen. A waiver shuts out the one who waived; where protection was granted, the other side may still appeal.
 */
export const appealedInTime = (decision: IjDecision, window: AppealWindow): boolean =>
  finalByWaiver(decision) === null && decision.appeals.some((appeal) => isSeen(appeal) && appeal.on <= window.hard)

/** Each dismissal not already standing is a final order; a remand or a judge's new decision ends the one that stood. */
function ofBoard(board: readonly EventOf<"bia.decision">[], replacedOn: PlainDate | null): readonly FinalOrder[] {
  const found: { since: PlainDate; copies: PlainDate[]; endedOn: PlainDate | null }[] = []
  for (const act of board) {
    const standing = found.at(-1)?.endedOn === null ? found.at(-1) : undefined
    if (act.outcome === "dismissed") {
      if (standing) standing.copies.push(act.on)
      else found.push({ since: act.on, copies: [], endedOn: null })
    } else if (standing && isSeen(act)) standing.endedOn = act.on
  }
  return found.map((o) => ({
    ...o,
    basis: "board-dismissed",
    endedOn: o.endedOn ?? (replacedOn !== null && replacedOn > o.since ? replacedOn : null),
  }))
}

/** Expedited removal stands once the judge has affirmed; a later proceeding before a judge takes its place. */
function ofExpedited(events: readonly ProceedingEvent[], decisions: Decisions): FinalOrder | null {
  const affirmed = events.find((e) => e.type === "cf.ij-review" && e.result === "affirmed") as EventOf<"cf.ij-review"> | undefined
  if (!affirmed) return null
  const undone = events.flatMap((e) =>
    isSeen(e) && ((e.type === "cf.ij-review" && e.result === "vacated") || (e.type === "cf.determination" && e.result === "positive"))
      ? [e.on]
      : [],
  )
  const days = [...undone, ...decisions.ij.filter((d) => d.seen).map((d) => d.on)].filter((on) => on > affirmed.on)
  return { since: affirmed.on, basis: "expedited", copies: [], endedOn: days.length > 0 ? days.reduce(earliest) : null }
}
