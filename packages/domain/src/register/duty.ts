// Who is on duty, from the week that repeats and what was said of single hours: now, and as spans for the days ahead.
import { addDays, dateIn, type Instant, instantAt, instantOf, isTimeZone, minuteMs, type PlainDate, weekdayOf } from "../time/index.ts"
import type { SetRota } from "./actions/set-rota.ts"
import type { RegisterState } from "./state.ts"

export interface DutyStretch {
  /** Milliseconds since 1970, UTC; `until` is not in it. */
  readonly from: number
  readonly until: number
  /** In the order in which they are woken; empty: nobody. */
  readonly members: readonly string[]
}

const HALF_HOUR = 30 * minuteMs
const weekday = (on: PlainDate): number => weekdayOf(on) || 7

export const rotaInForce = (state: RegisterState): SetRota | null => state.rotas?.at(-1) ?? null

/** Every line of the week that touches the days around a stretch of time, as moments. */
function linesOf(rota: SetRota | null, from: number, until: number): readonly DutyStretch[] {
  if (rota === null || !isTimeZone(rota.timeZone)) return []
  const zone = rota.timeZone
  const stretches: DutyStretch[] = []
  // A line of the day before may go over midnight.
  for (let on = addDays(dateIn(instantOf(from), zone), -1); instantAt(on, "00:00" as never, zone) < until; on = addDays(on, 1))
    for (const line of rota.lines) {
      if (line.day !== weekday(on)) continue
      const ends: Instant = instantAt(line.until > line.from ? on : addDays(on, 1), line.until, zone)
      stretches.push({ from: instantAt(on, line.from, zone), until: ends, members: line.members })
    }
  return stretches
}

const covers =
  (at: number) =>
  (row: { readonly from: number; readonly until: number }): boolean =>
    row.from <= at && at < row.until

/** What was said last of an hour goes before the week; where lines of the week lie over one another, all of them are woken in turn. */
const membersAt = (state: RegisterState, lines: readonly DutyStretch[], at: number): readonly string[] =>
  state.duty.findLast(covers(at))?.members ?? [...new Set(lines.filter(covers(at)).flatMap((line) => line.members))]

/** In the order in which they are woken. */
export const onDuty = (state: RegisterState, at: number): readonly string[] => membersAt(state, linesOf(rotaInForce(state), at, at + 1), at)

/** The whole of a stretch of time, gaps as spans of nobody. Cut on half hours: what begins within one is told from the next on. */
export function dutyBetween(state: RegisterState, from: number, until: number): readonly DutyStretch[] {
  const lines = linesOf(rotaInForce(state), from, until)
  const upward = (at: number): number => Math.ceil(at / HALF_HOUR) * HALF_HOUR
  const said = state.duty.filter((row) => row.from < until && from < row.until)
  const edges = [from, ...[...lines, ...said].flatMap((row) => [upward(row.from), upward(row.until)])].filter(
    (at) => from <= at && at < until,
  )
  const spans: DutyStretch[] = []
  for (const at of [...new Set(edges)].sort((a, b) => a - b)) {
    const members = membersAt(state, lines, at)
    const before = spans.at(-1)
    if (before !== undefined && before.members.join() === members.join()) spans[spans.length - 1] = { ...before, until }
    else {
      if (before !== undefined) spans[spans.length - 1] = { ...before, until: at }
      spans.push({ from: at, until, members })
    }
  }
  return spans
}
