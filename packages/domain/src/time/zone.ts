// From a moment to the day and hour where a clock hangs, and back. The platform's zone tables are allowed here,
// because clocks are views: nothing in a fold may depend on them.
import * as v from "valibot"
import { type DateOrInstant, dayMs, type Instant, instantOf, isBareDay, minuteMs, momentOf } from "./instant.ts"
import { type LocalTime, minutesOf } from "./local-time.ts"
import { fromDayNumber, type PlainDate, toDayNumber } from "./plain-date.ts"

declare const timeZone: unique symbol
/** A name of the IANA database, such as America/Chicago; never a bare offset, which knows no summer. */
export type TimeZone = string & { readonly [timeZone]: true }

const formats = new Map<string, Intl.DateTimeFormat | null>()
const name = /^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)*$/

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  let format: Intl.DateTimeFormat | null = null
  try {
    if (name.test(zone)) format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" })
  } catch {
    format = null
  }
  // A stream of nonsense names must not fill the memory.
  if (formats.size < 2000) formats.set(zone, format)
  return format
}

export const isTimeZone = (value: unknown): value is TimeZone => typeof value === "string" && formatOf(value) !== null
export const TimeZone = v.custom<TimeZone>(isTimeZone, "bad-time-zone")

export function timeZoneOf(text: string): TimeZone {
  if (!isTimeZone(text)) throw new RangeError(`not a time zone: ${text}`)
  return text
}

const quarterMs = 15 * minuteMs
const offsets = new Map<string, Map<number, number>>()

/** Minutes east of Greenwich at a moment. Zones change on quarter hours at the finest, so a quarter is looked up once. */
export function offsetAt(at: Instant, zone: TimeZone): number {
  let known = offsets.get(zone)
  if (!known || known.size > 4096) offsets.set(zone, (known = new Map()))
  const quarter = Math.floor(at / quarterMs)
  const found = known.get(quarter)
  if (found !== undefined) return found
  const format = formatOf(zone)
  if (!format) throw new RangeError(`not a time zone: ${zone}`)
  const parts = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(format.format(quarter * quarterMs))
  const minutes = parts?.[1] ? (parts[1] === "-" ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3])) : 0
  known.set(quarter, minutes)
  return minutes
}

export const dateIn = (at: Instant, zone: TimeZone): PlainDate => fromDayNumber(Math.floor((at + offsetAt(at, zone) * minuteMs) / dayMs))

/** The day that is furthest ahead anywhere on earth: a date beyond it has begun nowhere. */
export const latestDateOnEarth = (at: Instant): PlainDate => fromDayNumber(Math.floor((at + 14 * 60 * minuteMs) / dayMs))

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

/** As written in the place: 2026-11-24T16:00:00-06:00. */
export function writeInstant(at: Instant, zone: TimeZone): string {
  const offset = offsetAt(at, zone)
  const local = at + offset * minuteMs
  const day = Math.floor(local / dayMs)
  const seconds = Math.floor((local - day * dayMs) / 1000)
  const size = Math.abs(offset)
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return `${fromDayNumber(day)}T${clock}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

const walls = new Map<string, Map<number, Instant>>()

/** The moment of a wall clock. An hour that spring skips is read an hour later; one that autumn repeats, the first time. */
export function instantAt(date: PlainDate, time: LocalTime, zone: TimeZone): Instant {
  const wall = toDayNumber(date) * dayMs + minutesOf(time) * minuteMs
  let known = walls.get(zone)
  if (!known || known.size > 4096) {
    known = new Map()
    walls.set(zone, known)
  }
  const found = known.get(wall)
  if (found !== undefined) return found
  const before = wall - offsetAt(instantOf(wall - dayMs), zone) * minuteMs
  const after = wall - offsetAt(instantOf(wall + dayMs), zone) * minuteMs
  const exact = [before, after].filter((at) => at + offsetAt(instantOf(at), zone) * minuteMs === wall)
  const at = instantOf(exact.length > 0 ? Math.min(...exact) : Math.max(before, after))
  known.set(wall, at)
  return at
}

const midnight = "00:00" as LocalTime

export const startOfDay = (date: PlainDate, zone: TimeZone): Instant => instantAt(date, midnight, zone)
/** The first moment that no longer belongs to the day. */
export const endOfDay = (date: PlainDate, zone: TimeZone): Instant => startOfDay(fromDayNumber(toDayNumber(date) + 1), zone)

/** The earliest moment a day or a moment can mean. */
export const earliestMoment = (at: DateOrInstant, zone: TimeZone): Instant => (isBareDay(at) ? startOfDay(at, zone) : momentOf(at))
/** The last moment a day or a moment can mean. */
export const latestMoment = (at: DateOrInstant, zone: TimeZone): Instant =>
  isBareDay(at) ? instantOf(endOfDay(at, zone) - 1) : momentOf(at)
/** The day in the place; a day stays what it is. */
export const dayIn = (at: DateOrInstant, zone: TimeZone): PlainDate => (isBareDay(at) ? at : dateIn(momentOf(at), zone))
