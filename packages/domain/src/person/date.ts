// Dates as people give them: a day, a month or only a year; day and month often swapped on American paper.
import * as v from "valibot"
import { isRefusal, type Refusal, refusal } from "../refusal.ts"
import { type PlainDate, parsePlainDate } from "../time/index.ts"

/** The day written as YYYY-MM-DD, or null if there is no such day. */
export function readDay(text: string): PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const day: unknown = parsePlainDate(text)
  return day === null || day === undefined || isRefusal(day) ? null : (day as PlainDate)
}

export const TypedDate = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): PlainDate => {
    const day = readDay(dataset.value)
    if (day !== null) return day
    addIssue({ message: "date-malformed" })
    return NEVER
  }),
)

/** A birth date as a date; whether it can be true is asked by `birthRefusal`, which knows today. */
export const BirthDate = TypedDate

/** YYYY, YYYY-MM or YYYY-MM-DD: an activity is remembered as exactly as it is remembered. */
export const PartialDate = v.pipe(v.string(), v.check(isPartialDate, "when-malformed"))

export function isPartialDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return true
  if (/^\d{4}-\d{2}$/.test(text)) return readDay(`${text}-01`) !== null
  return readDay(text) !== null
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
  const [, month, day] = numbers(date)
  return day <= 12 && day !== month
}

/** The same date with day and month exchanged, where that is a date. */
export function dayMonthSwapped(date: PlainDate): PlainDate | null {
  if (!dayMonthAmbiguous(date)) return null
  return readDay(`${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`)
}

/** Whole years lived on a day. Someone born on 29 February turns a year older on 1 March of a common year. */
export function ageAt(born: PlainDate, on: PlainDate): number {
  const [bornYear, bornMonth, bornDay] = numbers(born)
  const [year, month, day] = numbers(on)
  const hadBirthday = month > bornMonth || (month === bornMonth && day >= bornDay)
  return year - bornYear - (hadBirthday ? 0 : 1)
}

function numbers(date: PlainDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}
