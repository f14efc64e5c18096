// The next seven days as rows of stretches, by the clock of whoever reads: what the picture is drawn from, and what is read aloud.
import type { DutySpanView } from "@safe-conduct/client/member"

export interface Stretch {
  /** Minutes of the day. */
  readonly from: number
  readonly until: number
  readonly names: readonly string[]
}
export interface DayRow {
  /** Any moment of the day, to name it by. */
  readonly at: number
  readonly stretches: readonly Stretch[]
}

const HALF = 30 * 60_000
const DAYS = 7

export function weekRows(spans: readonly DutySpanView[], now: number, zone: string): readonly DayRow[] {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    day: "2-digit",
    month: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
  const days = new Map<string, { at: number; stretches: Stretch[] }>()
  const first = Math.floor(now / HALF) * HALF
  for (let at = first; at < first + DAYS * 86_400_000; at += HALF) {
    const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]))
    const key = `${parts["month"]}-${parts["day"]}`
    const from = Number(parts["hour"]) * 60 + Number(parts["minute"])
    const names =
      spans.find((span) => span.from <= Math.max(at, now) && Math.max(at, now) < span.until)?.members.map(({ name }) => name) ?? []
    const day = days.get(key) ?? { at, stretches: [] }
    days.set(key, day)
    const last = day.stretches.at(-1)
    if (last !== undefined && last.until === from && last.names.join() === names.join())
      day.stretches[day.stretches.length - 1] = { ...last, until: from + 30 }
    else day.stretches.push({ from, until: from + 30, names })
  }
  return [...days.values()]
}

export const hourOfDay = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`

export const hoursWithout = (rows: readonly DayRow[]): number =>
  rows
    .flatMap(({ stretches }) => stretches)
    .reduce((sum, { names, from, until }) => sum + (names.length === 0 ? (until - from) / 60 : 0), 0)
