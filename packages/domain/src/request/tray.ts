// The order in which waiting requests are opened: nearest to a plane first, then who asked to be woken for, then by hour.
import type { Request } from "./request.ts"

const byDanger = { flight: 4, "told-to-pack": 4, moved: 3, other: 1 } as const

export type TrayReason = "flight" | "told-to-pack" | "moved" | "danger" | "wake" | "removal-date" | "order-detained" | "asked-before"

/** Why a request stands where it stands, strongest first. Facts alone: nothing here looks at the clock. */
export function trayReasons(request: Request): TrayReason[] {
  const reasons: TrayReason[] = []
  const danger = request.danger?.kind
  if (danger !== undefined) reasons.push(danger === "other" ? "danger" : danger)
  if (request.wake === true) reasons.push("wake")
  if (request.order?.removalDate !== undefined) reasons.push("removal-date")
  if (orderedAndDetained(request)) reasons.push("order-detained")
  if (request.askedBefore === true) reasons.push("asked-before")
  return reasons
}

/** A higher number is opened sooner. */
export function trayRank(request: Request): number {
  const danger = request.danger === undefined ? 0 : byDanger[request.danger.kind]
  return (
    danger * 100 +
    (request.wake === true ? 50 : 0) +
    (request.order?.removalDate !== undefined ? 20 : 0) +
    (orderedAndDetained(request) ? 10 : 0)
  )
}

function orderedAndDetained(request: Request): boolean {
  return request.order?.exists === "yes" && request.people.some((person) => person.where?.kind === "detained")
}

export interface Waiting {
  readonly request: Request
  /** The server's hour of arrival, in epoch milliseconds. */
  readonly received: number
  readonly id: string
}

/** Ranks first; among equals the longest waiting; then the id, so that two desks show one order. */
export function trayOrder(a: Waiting, b: Waiting): number {
  return trayRank(b.request) - trayRank(a.request) || a.received - b.received || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
