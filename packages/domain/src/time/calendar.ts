// Which days an office is closed, computed for any year from patterns that the programme's law supplies as data.
// What a pattern means is arithmetic and lives here; which days a country keeps is law and does not.
import {
  civilDayOf,
  dayNumberOf,
  type DayNumber,
  daysInMonth,
  fromDayNumber,
  partsOf,
  type PlainDate,
  toDayNumber,
  type Weekday,
  weekdayOfNumber,
} from "./plain-date.ts"

export type DayPattern =
  | { readonly kind: "fixed"; readonly month: number; readonly day: number }
  /** The nth weekday of a month, −1 for the last; `plus` days after it (the Tuesday after the first Monday). */
  | { readonly kind: "nth"; readonly month: number; readonly weekday: Weekday; readonly nth: number; readonly plus?: number }
  /** The last such weekday before a day of a month (the Monday before 25 May). */
  | { readonly kind: "before"; readonly month: number; readonly day: number; readonly weekday: Weekday }
  /** Days after Western Easter Sunday. */
  | { readonly kind: "easter"; readonly plus: number }
  | { readonly kind: "once"; readonly on: PlainDate }

/** Where a fixed day goes when it meets a weekend. `nearest`: Saturday to Friday, Sunday to Monday. */
export type Observance = "as-is" | "nearest" | "sunday-to-monday"

export interface Holiday {
  readonly name: string
  readonly day: DayPattern
  readonly observed?: Observance
  readonly fromYear?: number
  readonly toYear?: number
  readonly years?: "even" | "odd"
}

export interface Calendar {
  readonly id: string
  /** Weekdays that are never open. */
  readonly closed: readonly Weekday[]
  readonly holidays: readonly Holiday[]
}

/** Gregorian Easter by the anonymous computus. */
export function easterSunday(year: number): DayNumber {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayNumberOf({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}

function placed(pattern: DayPattern, year: number): DayNumber | null {
  if (pattern.kind === "fixed") return dayNumberOf({ year, month: pattern.month, day: pattern.day })
  if (pattern.kind === "easter") return easterSunday(year) + pattern.plus
  if (pattern.kind === "once") return partsOf(pattern.on).year === year ? toDayNumber(pattern.on) : null
  if (pattern.kind === "before") {
    const before = dayNumberOf({ year, month: pattern.month, day: pattern.day }) - 1
    return before - ((weekdayOfNumber(before) - pattern.weekday + 7) % 7)
  }
  const plus = pattern.plus ?? 0
  if (pattern.nth < 0) {
    const end = dayNumberOf({ year, month: pattern.month, day: daysInMonth(year, pattern.month) })
    return end - ((weekdayOfNumber(end) - pattern.weekday + 7) % 7) + (pattern.nth + 1) * 7 + plus
  }
  const first = dayNumberOf({ year, month: pattern.month, day: 1 })
  return first + ((pattern.weekday - weekdayOfNumber(first) + 7) % 7) + (pattern.nth - 1) * 7 + plus
}

function observed(day: DayNumber, observance: Observance): DayNumber {
  const weekday = weekdayOfNumber(day)
  if (weekday === 0 && observance !== "as-is") return day + 1
  if (weekday === 6 && observance === "nearest") return day - 1
  return day
}

const kept = (holiday: Holiday, year: number): boolean =>
  year >= (holiday.fromYear ?? 0) &&
  year <= (holiday.toYear ?? 9999) &&
  (holiday.years === undefined || (holiday.years === "even") === (year % 2 === 0))

const tables = new WeakMap<Calendar, Map<number, Map<DayNumber, string>>>()

/** The days of a year on which the calendar is closed by name. A New Year's Day kept on 31 December belongs to the year before. */
export function holidaysOf(calendar: Calendar, year: number): ReadonlyMap<DayNumber, string> {
  let years = tables.get(calendar)
  if (!years) tables.set(calendar, (years = new Map()))
  const known = years.get(year)
  if (known) return known
  const days = new Map<DayNumber, string>()
  for (const holiday of calendar.holidays) {
    for (const base of [year - 1, year, year + 1]) {
      if (!kept(holiday, base)) continue
      const day = placed(holiday.day, base)
      if (day === null) continue
      const on = observed(day, holiday.observed ?? "as-is")
      if (civilDayOf(on).year === year) days.set(on, holiday.name)
    }
  }
  years.set(year, days)
  return days
}

export const holidayOn = (calendar: Calendar, day: DayNumber): string | undefined => holidaysOf(calendar, civilDayOf(day).year).get(day)

const openDays = new WeakMap<Calendar, Map<DayNumber, boolean>>()

export function isOpenDay(calendar: Calendar, day: DayNumber): boolean {
  let days = openDays.get(calendar)
  if (!days) {
    days = new Map()
    openDays.set(calendar, days)
  }
  const known = days.get(day)
  if (known !== undefined) return known
  const open = !calendar.closed.includes(weekdayOfNumber(day)) && holidayOn(calendar, day) === undefined
  if (days.size < 40_000) days.set(day, open)
  return open
}

export const isOpen = (calendar: Calendar, date: PlainDate): boolean => isOpenDay(calendar, toDayNumber(date))

/** The day itself when every calendar is open, else the next on which all are. */
export function rollForward(calendars: readonly Calendar[], date: PlainDate): PlainDate {
  let day = toDayNumber(date)
  while (!calendars.every((calendar) => isOpenDay(calendar, day))) day++
  return day === toDayNumber(date) ? date : fromDayNumber(day)
}

export function lastOpenBefore(calendar: Calendar, date: PlainDate): PlainDate {
  let day = toDayNumber(date) - 1
  while (!isOpenDay(calendar, day)) day--
  return fromDayNumber(day)
}

/** The nth open day after a date; the date itself is never counted. */
export function addOpenDays(calendar: Calendar, date: PlainDate, count: number): PlainDate {
  let day = toDayNumber(date)
  for (let left = count; left > 0; ) if (isOpenDay(calendar, ++day)) left--
  return fromDayNumber(day)
}
