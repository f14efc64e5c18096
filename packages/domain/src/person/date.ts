// Dates as people give them: a day, a month or only a year; day and month often swapped on American paper.
import * as v from "valibot"
import { type Refusal, refusal } from "../refusal.ts"
import { isPlainDate, PlainDate, partsOf } from "../time/plain-date.ts"

/** A birth date as a date; whether it can be true is asked by `birthRefusal`, which knows today. */
export const BirthDate = PlainDate

/** YYYY, YYYY-MM or YYYY-MM-DD: an activity is remembered as exactly as it is remembered. */
export const PartialDate = v.pipe(v.string(), v.check(isPartialDate, "when-malformed"))

export function isPartialDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return isPlainDate(`${text}-01-01`)
  if (/^\d{4}-\d{2}$/.test(text)) return isPlainDate(`${text}-01`)
  return isPlainDate(text)
}

const oldest = 120

/** Refuses a birth date that cannot be true on `today`: after it, or more than 120 years before. */
export function birthRefusal(born: PlainDate, today: PlainDate, at?: string): Refusal | null {
  if (born > today) return refusal("born-in-future", at)
  if (ageAt(born, today) > oldest) return refusal("born-too-long-ago", at)
  return null
}

/** True when day and month could have been swapped on the way: both are at most 12 and differ. */
export function dayMonthAmbiguous(date: PlainDate): boolean {
  const { month, day } = partsOf(date)
  return day <= 12 && day !== month
}

/** The same date with day and month exchanged, where that is a date. */
export function dayMonthSwapped(date: PlainDate): PlainDate | null {
  if (!dayMonthAmbiguous(date)) return null
  const swapped = `${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`
  return isPlainDate(swapped) ? swapped : null
}

/** Whole years lived on a day. Someone born on 29 February turns a year older on 1 March of a common year. */
export function ageAt(born: PlainDate, on: PlainDate): number {
  const birth = partsOf(born)
  const day = partsOf(on)
  const hadBirthday = day.month > birth.month || (day.month === birth.month && day.day >= birth.day)
  return day.year - birth.year - (hadBirthday ? 0 : 1)
}
