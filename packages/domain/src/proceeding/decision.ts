// The immigration judge's decisions in order, each with what answered it: the appeal, the Board, the waiver, the copy in
// the post. A later paper of the same decision is a copy and starts nothing anew (Matter of Iskandarani, 29 I&N Dec. 26).
import { latest, type PlainDate } from "../time/index.ts"
import { type EventOf, isSeen, type Outcome, type ProceedingEvent } from "./event.ts"

export interface AppealWindow {
  readonly nominal: PlainDate
  readonly hard: PlainDate
}

export interface IjDecision {
  readonly on: PlainDate
  readonly outcome: Outcome
  readonly seen: boolean
  /** The day the person's own waiver stands from. */
  readonly waivedOn: PlainDate | null
  readonly dhsWaivedOn: PlainDate | null
  /** Later papers of the same decision, oldest first. */
  readonly copies: readonly PlainDate[]
  readonly appeals: readonly EventOf<"bia.appeal-received">[]
  readonly board: readonly EventOf<"bia.decision">[]
  /** The day a later act took its place: remand, or a new decision. */
  readonly replacedOn: PlainDate | null
}

/** The outcomes that carry an order of removal: withholding and CAT bar one country only. */
const orders = new Set<Outcome>(["DENIED_REMOVAL", "IN_ABSENTIA", "VOLUNTARY_DEPARTURE", "GRANT_WITHHOLDING", "GRANT_CAT"])
export const ordersRemoval = (outcome: Outcome): boolean => orders.has(outcome)

export interface Decisions {
  readonly ij: readonly IjDecision[]
  /** The Board's decisions and appeals for which no judge's decision was recorded. */
  readonly loose: { readonly appeals: readonly EventOf<"bia.appeal-received">[]; readonly board: readonly EventOf<"bia.decision">[] }
}

type Draft = { -readonly [K in keyof IjDecision]: IjDecision[K] }

const begun = (event: EventOf<"ij.decision">): Draft => ({
  on: event.on,
  outcome: event.outcome,
  seen: isSeen(event),
  waivedOn: event.appeal === "waived" ? event.on : null,
  dhsWaivedOn: null,
  copies: [],
  appeals: [],
  board: [],
  replacedOn: null,
})

/** A judge decides anew only after something brought the case back: a remand, or a motion that may have reopened it. */
export function readDecisions(events: readonly ProceedingEvent[]): Decisions {
  const done: Draft[] = []
  let current: Draft | null = null
  let reopened = false
  const loose = { appeals: [] as EventOf<"bia.appeal-received">[], board: [] as EventOf<"bia.decision">[] }
  for (const event of events) {
    if (event.type === "ij.decision") {
      if (current && !reopened && current.outcome === event.outcome) {
        current.copies = [...current.copies, event.on]
        current.seen ||= isSeen(event)
        if (event.appeal === "waived") current.waivedOn ??= event.on
        continue
      }
      // A decision that is only said stands beside the earlier one; it takes nothing away.
      if (current && isSeen(event)) current.replacedOn ??= event.on
      current = begun(event)
      done.push(current)
      reopened = false
    } else if (event.type === "dhs.appeal-waived" && current) {
      current.dhsWaivedOn ??= event.on
    } else if (event.type === "bia.appeal-received") {
      if (current) current.appeals = [...current.appeals, event]
      else loose.appeals.push(event)
    } else if (event.type === "bia.decision") {
      if (current) current.board = [...current.board, event]
      else loose.board.push(event)
      // A remand that is only said takes no order away.
      if (event.outcome !== "dismissed" && isSeen(event)) {
        if (current) current.replacedOn ??= event.on
        reopened = true
      }
    } else if (event.type === "motion.filed" && isSeen(event)) {
      reopened = true
    }
  }
  return { ij: done, loose }
}

/** The decisions that nothing has replaced: one, unless a later one is only said. */
export const standingDecisions = (decisions: Decisions): readonly IjDecision[] => decisions.ij.filter((d) => d.replacedOn === null)

/** Final by both sides' word: the person's waiver where DHS won, both waivers where both could appeal. */
export function finalByWaiver(decision: IjDecision): PlainDate | null {
  if (decision.waivedOn === null) return null
  if (decision.outcome === "DENIED_REMOVAL") return decision.waivedOn
  return decision.dhsWaivedOn === null ? null : latest(decision.waivedOn, decision.dhsWaivedOn)
}
