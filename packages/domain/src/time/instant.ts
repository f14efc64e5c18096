// A point on the one time line, in epoch milliseconds, and its written form, which always says its offset:
// an hour without an offset is not a moment, and a flight has been missed for less.
import * as v from "valibot"
import { dayNumberOf, daysInMonth, firstYear, isPlainDate, lastYear, type PlainDate } from "./plain-date.ts"

declare const instant: unique symbol
export type Instant = number & { readonly [instant]: true }

declare const instantText: unique symbol
export type InstantText = string & { readonly [instantText]: true }

/** What an event may carry where the hour is not always known. */
export type DateOrInstant = PlainDate | InstantText

export const secondMs = 1000
export const minuteMs = 60_000
export const hourMs = 3_600_000
export const dayMs = 86_400_000

const shape = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})$/
const withoutOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/

export const instantOf = (epochMs: number): Instant => epochMs as Instant

// One person's moments are read many times over while an answer is worked out.
const known = new Map<string, Instant>()

/** The moment a text names, or null when it names none (no offset, no such day, no such hour). */
export function parseInstant(text: string): Instant | null {
  const before = known.get(text)
  if (before !== undefined) return before
  const at = readInstant(text)
  if (at === null) return null
  if (known.size > 20_000) known.clear()
  known.set(text, at)
  return at
}

function readInstant(text: string): Instant | null {
  const found = shape.exec(text)
  if (!found) return null
  const year = Number(found[1])
  const month = Number(found[2])
  const day = Number(found[3])
  const hour = Number(found[4])
  const minute = Number(found[5])
  const second = Number(found[6] ?? "0")
  const fraction = Number((found[7] ?? "").padEnd(3, "0"))
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  if (hour > 23 || minute > 59 || second > 59) return null
  const offset = offsetOf(found[8] as string)
  if (offset === null) return null
  return instantOf(dayNumberOf({ year, month, day }) * dayMs + hour * hourMs + (minute - offset) * minuteMs + second * secondMs + fraction)
}

/** Minutes east of Greenwich; the widest in use is +14:00. */
function offsetOf(text: string): number | null {
  if (text === "Z") return 0
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(4, 6))
  if (hours > 14 || minutes > 59) return null
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes)
}

export const isInstantText = (value: unknown): value is InstantText => typeof value === "string" && parseInstant(value) !== null
export const lacksOffset = (value: unknown): boolean => typeof value === "string" && withoutOffset.test(value)

export const InstantText = v.pipe(
  v.string("bad-instant"),
  v.check((text) => !lacksOffset(text), "instant-without-offset"),
  v.check((text) => lacksOffset(text) || isInstantText(text), "bad-instant"),
  v.transform((text) => text as InstantText),
)

export const DateOrInstant = v.pipe(
  v.string("bad-date"),
  v.check((text) => !lacksOffset(text), "instant-without-offset"),
  v.check((text) => lacksOffset(text) || isPlainDate(text) || isInstantText(text), "bad-date"),
  v.transform((text) => text as DateOrInstant),
)

/** The moment of a text already known to be well formed. */
export function momentOf(text: InstantText): Instant {
  const at = parseInstant(text)
  if (at === null) throw new RangeError(`not a moment: ${text}`)
  return at
}

/** A day without an hour; told by its length, because both forms have been checked before. */
export const isBareDay = (at: DateOrInstant): at is PlainDate => at.length === 10

/** The day a text names, as it was written: the local day of whoever wrote it. */
export const dayAsWritten = (text: DateOrInstant): PlainDate => text.slice(0, 10) as PlainDate

export const addHours = (at: Instant, hours: number): Instant => instantOf(at + hours * hourMs)
