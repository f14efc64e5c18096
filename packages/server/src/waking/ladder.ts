// Who is woken at which step, and when the next one comes: on duty, the second, then everyone, ten minutes a step. Whoever sleeps
// through everything is told again, by the hour after the first hour, so that a dead desk does not become a siren.
import type { DutySpan, Id } from "@safe-conduct/wire"

export const STEP_MINUTES = 10
/** The step from which on everybody is told. */
export const EVERYONE = 2
const OFTEN = 8

export function whomAt(step: number, order: readonly Id[], everyone: readonly Id[]): readonly Id[] {
  const one = order[step]
  if (step >= EVERYONE) return [...new Set([...order, ...everyone])].filter((id) => everyone.includes(id))
  return one !== undefined && everyone.includes(one) ? [one] : []
}

export const pauseAfter = (step: number): number => (step < OFTEN ? STEP_MINUTES : 60)

/** Nobody where the rota has run out: then the ladder begins with everyone. */
export const orderAt = (spans: readonly DutySpan[], minute: number): readonly Id[] =>
  spans.find(({ from, until }) => from <= minute && minute < until)?.members ?? []

/** What anybody may know: until when somebody is on duty without a gap, or from when somebody will be. */
export function dutyNow(spans: readonly DutySpan[], minute: number): { readonly until: number | null; readonly from: number | null } {
  let until: number | null = null
  for (const span of spans) if (span.from <= (until ?? minute) && (until ?? minute) < span.until) until = span.until
  if (until !== null) return { until, from: null }
  return { until: null, from: spans.find((span) => span.from > minute)?.from ?? null }
}
