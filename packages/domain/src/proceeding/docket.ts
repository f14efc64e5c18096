// Where a proceeding stands, as one word beside the other axes (custody, stay, protection, travel document): a final
// order and a granted withholding stand together, so no single state could tell the truth.
import { type Decisions, standingDecisions } from "./decision.ts"
import { isSeen, type EventOf, type ProceedingEvent } from "./event.ts"
import { type FinalOrder, standingOrder } from "./final-order.ts"

export type Stage =
  | "unknown"
  | "credible-fear"
  | "fear-review"
  | "expedited-final"
  | "before-judge"
  | "appeal-window"
  | "before-board"
  | "granted"
  | "terminated"
  | "final"
  | "removed"

export function readStage(events: readonly ProceedingEvent[], decisions: Decisions, orders: readonly FinalOrder[]): Stage {
  if (events.some((e) => e.type === "removed")) return "removed"
  const order = standingOrder(orders)
  if (order) return order.basis === "expedited" ? "expedited-final" : "final"
  const decision = standingDecisions(decisions).at(-1)
  if (decision?.outcome === "GRANT_ASYLUM") return "granted"
  if (decision?.outcome === "TERMINATED") return "terminated"
  if (decision) return decision.appeals.some(isSeen) ? "before-board" : "appeal-window"
  if (decisions.ij.length > 0) return "before-judge"
  if (decisions.loose.appeals.length > 0 && decisions.loose.board.length === 0) return "before-board"
  return readFear(events)
}

function readFear(events: readonly ProceedingEvent[]): Stage {
  const fear = events.filter((e) => e.type === "cf.determination" || e.type === "cf.ij-review").at(-1) as
    | EventOf<"cf.determination">
    | EventOf<"cf.ij-review">
    | undefined
  if (fear) return fear.result === "negative" ? "fear-review" : "before-judge"
  return events.some((e) => e.type === "hearing.scheduled") ? "before-judge" : "unknown"
}

export type DocumentHolder = "ice" | "person" | "none" | "unknown"

/** Who holds the passport. That ICE holds it is believed when only said; that it no longer does, only when seen. */
export function readTravelDocument(events: readonly ProceedingEvent[]): DocumentHolder {
  let holder: DocumentHolder = "unknown"
  for (const event of events) {
    if (event.type !== "travel-document") continue
    if (event.heldBy === "ice" || isSeen(event) || holder !== "ice") holder = event.heldBy
  }
  return holder
}

/** Negative credible fear that no judge has yet reviewed, and no later finding has taken away. */
export const fearReviewPending = (events: readonly ProceedingEvent[]): boolean => readFear(events) === "fear-review"
