// Moments in words: how long ago, how many hours left, and one moment on two walls. All take now as an argument.
import { dateIn, instantOf, type PlainDate, timeZoneOf } from "@safe-conduct/domain/time"
import type { Language } from "@safe-conduct/words/choose.ts"

/** English here is read on four continents: the day stands before the month. */
export const locale = (language: Language): string => (language === "en" ? "en-GB" : language)

/** To make a format takes fifty times longer than to use it, and a list of ten thousand uses four for each row. */
const kept = new Map<string, Intl.RelativeTimeFormat | Intl.DateTimeFormat>()
function made<Format extends Intl.RelativeTimeFormat | Intl.DateTimeFormat>(name: string, make: () => Format): Format {
  let format = kept.get(name)
  if (format === undefined) kept.set(name, (format = make()))
  return format as Format
}
const relative = (language: Language, options: Intl.RelativeTimeFormatOptions): Intl.RelativeTimeFormat =>
  made(`${language} ago ${JSON.stringify(options)}`, () => new Intl.RelativeTimeFormat(language, options))
const dated = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  made(`${language} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale(language), options))

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Milliseconds of "2026-11-22", "2026-11-22T17Z" or a full instant; null for what is none of these. */
export function millisOf(text: string): number | null {
  const whole = /^\d{4}-\d{2}-\d{2}T\d{2}Z$/.test(text) ? text.replace("Z", ":00Z") : text
  const at = Date.parse(whole)
  return Number.isNaN(at) ? null : at
}

/** Which day it is by the clock of a place: at Greenwich it may be another. */
export const dayBy = (zone: string, at: number): PlainDate => dateIn(instantOf(at), timeZoneOf(zone))

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** "3 days ago", "in 4 hours": the largest unit that is not nought. A bare day is counted in days, never in hours. */
export function ago(language: Language, at: number, now: number, wholeDays = false): string {
  const words = relative(language, {
    style: language === "en" ? "narrow" : "short",
    numeric: wholeDays ? "auto" : "always",
  })
  const gap = at - now
  const size = Math.abs(gap)
  if (wholeDays) return words.format(Math.round((startOfDay(at) - startOfDay(now)) / day), "day")
  if (size < 10_000) return relative(language, { numeric: "auto" }).format(0, "second")
  if (size < minute) return words.format(Math.trunc(gap / 1000), "second")
  if (size < hour) return words.format(Math.trunc(gap / minute), "minute")
  if (size < 2 * day) return words.format(Math.trunc(gap / hour), "hour")
  return words.format(Math.trunc(gap / day), "day")
}
/** How long ago, of an hour, in whole words: the server keeps no more of a moment, so that inside it there are no minutes to tell. */
export function agoHour(language: Language, hourText: string, now: number): string {
  const at = millisOf(hourText) ?? now
  const gap = at - now
  const words = relative(language, { style: "long" })
  if (-gap >= 2 * day) return words.format(Math.trunc(gap / day), "day")
  if (-gap >= hour) return words.format(Math.trunc(gap / hour), "hour")
  return relative(language, { numeric: "auto" }).format(0, "hour")
}
/** The hour itself, in the reader's zone: "Sun 22 Nov, 17:00". */
export const hourText = (language: Language, hourOf: string, zone: string): string => {
  const at = millisOf(hourOf)
  return at === null ? hourOf : whenText(language, new Date(at).toISOString(), zone)
}
const startOfDay = (at: number): number => Math.floor(at / day) * day

/** "Thu 26 Nov": a bare day has no zone and is never moved by one. */
export function dayText(language: Language, text: string): string {
  const at = millisOf(text.slice(0, 10))
  if (at === null) return text
  return dated(language, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }).format(at)
}

/** A day stays a day; an instant gets its hour in the reader's zone. */
export function whenText(language: Language, text: string, zone: string): string {
  if (isDay(text)) return dayText(language, text)
  const at = millisOf(text)
  if (at === null) return text
  return dated(language, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(at)
}

/** The hour as it is written on the wall there: an instant with its offset carries it. Null when it was given in UTC or as a day. */
export function wallThere(language: Language, text: string): string | null {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?[+-]\d{2}:\d{2}$/.exec(text)
  return found === null ? null : `${dayText(language, found[1] as string)}, ${found[2]}`
}

/** "Sunday 22 November", in the reader's zone. */
export const longDay = (language: Language, at: number, zone: string): string =>
  dated(language, { weekday: "long", day: "numeric", month: "long", timeZone: zone }).format(at)

/** "1 April 1989": a day of a life, for which the weekday says nothing. */
export function fullDay(language: Language, text: string): string {
  const at = millisOf(text)
  return at === null ? text : dated(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(at)
}
