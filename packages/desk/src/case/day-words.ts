// Days and moments of a case in the reader's language, with the year: a case lives longer than the shell's lists.
import type { Language } from "@safe-conduct/words/choose.ts"
import { isDay, locale, millisOf } from "../app/when.ts"

const whole = { day: "numeric", month: "short", year: "numeric" } as const
const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const

/** A bare day is never moved by a zone. */
export function dayIn(language: Language, text: string): string {
  const at = millisOf(text.slice(0, 10))
  return at === null ? text : new Intl.DateTimeFormat(locale(language), { ...whole, timeZone: "UTC" }).format(at)
}

/** A day, or a moment on the clock of `zone`. */
export function whenIn(language: Language, text: string, zone: string): string {
  if (isDay(text)) return dayIn(language, text)
  const at = millisOf(text)
  return at === null ? text : momentIn(language, at, zone)
}

export const momentIn = (language: Language, at: number, zone: string): string =>
  new Intl.DateTimeFormat(locale(language), { ...whole, ...clock, timeZone: zone }).format(at)

/** The same with the day of the week, for what must be done by then: nobody files on a Sunday. */
export function dueIn(language: Language, text: string, zone: string): string {
  const at = millisOf(text)
  if (at === null) return text
  const shown = isDay(text) ? { ...whole, timeZone: "UTC" } : { ...whole, ...clock, timeZone: zone }
  return new Intl.DateTimeFormat(locale(language), { weekday: "short", ...shown }).format(at)
}

/** YYYY, YYYY-MM or a day. */
export function partialIn(language: Language, text: string): string {
  if (/^\d{4}$/.test(text)) return text
  if (/^\d{4}-\d{2}$/.test(text))
    return new Intl.DateTimeFormat(locale(language), { month: "long", year: "numeric", timeZone: "UTC" }).format(Date.parse(`${text}-01`))
  return dayIn(language, text)
}
