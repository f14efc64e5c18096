// When somebody is on duty by the desk's published hours: now, or the next time anyone will be.
import { addDays, dateIn, type Instant, instantAt, type PlainDate, weekdayOf } from "../time/index.ts"
import type { ChangeOf } from "./change.ts"

export type DutyHours = Pick<ChangeOf<"duty-hours">, "timeZone" | "week">
export type DutySaid = { readonly open: true; readonly until: Instant } | { readonly open: false; readonly from: Instant | null }

/** Monday is 1, as the hours are written; `weekdayOf` begins its week on Sunday with 0. */
const dayOf = (on: PlainDate): number => weekdayOf(on) || 7

export function dutyAt({ timeZone, week }: DutyHours, at: Instant): DutySaid {
  const today = dateIn(at, timeZone)
  const spans = Array.from({ length: 9 }, (_, n) => addDays(today, n - 1))
    .flatMap((on) =>
      week
        .filter((row) => row.day === dayOf(on) && row.from < row.until)
        .map((row) => ({ from: instantAt(on, row.from, timeZone), until: instantAt(on, row.until, timeZone) })),
    )
    .sort((a, b) => a.from - b.from)
  const now = spans.filter((span) => span.from <= at && at < span.until)
  if (now.length > 0) return { open: true, until: now.reduce((last, span) => (span.until > last ? span.until : last), at) }
  return { open: false, from: spans.find((span) => span.from > at)?.from ?? null }
}
