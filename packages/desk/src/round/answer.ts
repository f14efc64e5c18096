// What each answer of the round writes into the case. The hour is the place's own; a look that found nothing is an event like any other.
import type { LookLine } from "@safe-conduct/client/member"
import { instantOf, type TimeZone, writeInstant } from "@safe-conduct/domain/time"
import type { TypedFacility } from "../case/form/values.ts"

export type Answer = "same" | "moved" | "not-found" | "hearing" | "appeal"

export interface Act {
  readonly does: "record-event" | "record-custody"
  readonly input: object
}

type Line = Pick<LookLine, "person" | "zone">

const there = (line: Line, now: number): string => writeInstant(instantOf(now), line.zone as TimeZone)
const event = (line: Line, input: object): Act => ({ does: "record-event", input: { person: line.person, event: input } })

export const samePlace = (line: Line, now: number): Act => event(line, { type: "custody.confirmed", at: there(line, now), how: "locator" })

export const notFound = (line: Line, now: number): Act => event(line, { type: "custody.not-found", at: there(line, now), how: "locator" })

/** When the move was, nobody knows: it is dated by the look that found it. */
export function movedTo(line: Line, where: TypedFacility, now: number): Act {
  const facility = where.known ?? { name: where.text.trim() }
  const at = writeInstant(instantOf(now), (where.known?.timeZone ?? line.zone) as TimeZone)
  return { does: "record-custody", input: { person: line.person, where: "detained", facility, since: at, confirmed: at, how: "locator" } }
}

/** `at`: a day, or a moment with the offset of the court's clock. */
export const hearingSet = (line: Line, at: string, kind: string): Act => event(line, { type: "hearing.scheduled", at, kind })

export const appealReceived = (line: Line, on: string): Act => event(line, { type: "bia.appeal-received", on })

/** EOIR's answers say nothing of where somebody is: the person stays on the screen until the place was answered too. */
export const endsTheLook = (answer: Answer): boolean => answer === "same" || answer === "moved" || answer === "not-found"
