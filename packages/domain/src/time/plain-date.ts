// A calendar day without clock or zone, kept as the text people read. All arithmetic runs on day numbers,
// never on JavaScript dates, so that the law's dates cannot drift with a machine's zone.
import * as v from "valibot"

declare const plainDate: unique symbol
export type PlainDate = string & { readonly [plainDate]: true }

/** Days since 1970-01-01, in the proleptic Gregorian calendar. */
export type DayNumber = number

/** 0 is Sunday, 6 is Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

export const firstYear = 1900
export const lastYear = 2199

const shape = /^(\d{4})-(\d{2})-(\d{2})$/

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

// A desk asks for the same few hundred days over and over when it opens thousands of cards; each is worked out once.
const numbers = new Map<string, DayNumber>()
const dates = new Map<DayNumber, PlainDate>()
const mostRemembered = 40_000

export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== "string") return false
  if (numbers.has(value)) return true
  const found = shape.exec(value)
  if (!found) return false
  const year = Number(found[1])
  const month = Number(found[2])
  const day = Number(found[3])
  return year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export const PlainDate = v.custom<PlainDate>(isPlainDate, "bad-date")

/** For dates written in code and data; throws on what is not a day, because that is a bug and not a refusal. */
export function plainDateOf(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a calendar day: ${text}`)
  return text
}

export interface CivilDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

export const partsOf = (date: PlainDate): CivilDay => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

/** The year is taken to begin in March, so that the leap day falls at its end and months follow one formula. */
export function dayNumberOf({ year, month, day }: CivilDay): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

export function civilDayOf(number: DayNumber): CivilDay {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1 }
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

export function toDayNumber(date: PlainDate): DayNumber {
  const known = numbers.get(date)
  if (known !== undefined) return known
  const number = dayNumberOf(partsOf(date))
  if (numbers.size < mostRemembered) numbers.set(date, number)
  return number
}

export function fromDayNumber(number: DayNumber): PlainDate {
  const known = dates.get(number)
  if (known !== undefined) return known
  const { year, month, day } = civilDayOf(number)
  const date = `${year}-${two(month)}-${two(day)}` as PlainDate
  if (dates.size < mostRemembered) dates.set(number, date)
  return date
}

/** 1970-01-01 was a Thursday. */
export const weekdayOfNumber = (number: DayNumber): Weekday => ((((number + 4) % 7) + 7) % 7) as Weekday
export const weekdayOf = (date: PlainDate): Weekday => weekdayOfNumber(toDayNumber(date))

export const addDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(toDayNumber(date) + days)
export const daysBetween = (from: PlainDate, to: PlainDate): number => toDayNumber(to) - toDayNumber(from)

/** Months by calendar number; a number the month lacks becomes its last day (Interpretation Act, s. 28). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date)
  const count = year * 12 + (month - 1) + months
  const y = Math.floor(count / 12)
  const m = (count % 12) + 1
  return `${y}-${two(m)}-${two(Math.min(day, daysInMonth(y, m)))}` as PlainDate
}

export const addYears = (date: PlainDate, years: number): PlainDate => addMonths(date, years * 12)

/** Text order is calendar order, because every part has a fixed width. */
export const isBefore = (a: PlainDate, b: PlainDate): boolean => a < b
export const earliest = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)
export const latest = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b)
