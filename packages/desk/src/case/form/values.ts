// From what stands in the controls to the input of an action. What was left empty is left out; what cannot be read goes as typed, so
// that the refusal names the field and nothing typed is lost.
import { isRefusal } from "@safe-conduct/domain/refusal"
import { parseANumber, type PersonName } from "@safe-conduct/domain/person"
import {
  dateIn,
  instantAt,
  instantOf,
  isLocalTime,
  isPlainDate,
  isTimeZone,
  startOfDay,
  timeZoneOf,
  writeInstant,
} from "@safe-conduct/domain/time"
import { dayText, noDay, type TypedDay, typedDay } from "@safe-conduct/ui/typed-day.ts"
import type { FieldSpec, Values } from "./spec.ts"

export interface TypedWhen {
  readonly day: TypedDay
  /** "14:05" or empty. */
  readonly time: string
  readonly zone: string
}

export interface TypedFacility {
  readonly text: string
  /** Taken from the list; any further typing lets it go. */
  readonly known?: {
    readonly code: string
    readonly name: string
    readonly state: string
    readonly staging: boolean
    readonly timeZone: string
  }
}

type Empty = (zone: string) => unknown
const empties: Readonly<Record<FieldSpec["is"], Empty>> = {
  text: () => "",
  long: () => "",
  lines: () => "",
  day: () => noDay,
  "partial-day": () => noDay,
  when: (zone) => ({ day: noDay, time: "", zone }),
  moment: (zone) => ({ day: noDay, time: "", zone }),
  tick: () => false,
  seen: () => "",
  number: () => "",
  facility: () => ({ text: "" }),
  "event-place": () => ({ text: "" }),
  names: () => [],
  "a-numbers": () => "",
  "event-type": () => "",
  pick: () => "",
  plain: () => "",
  one: () => "",
  many: () => [],
}

export const emptyOf = (spec: FieldSpec, zone: string): unknown => empties[spec.is](zone)

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")

function whenOf({ day, time, zone }: TypedWhen): string | undefined {
  const on = dayText(day)
  if (on === undefined || time === "" || !isPlainDate(on) || !isLocalTime(time) || !isTimeZone(zone)) return on
  return writeInstant(instantAt(on, time, zone), zone)
}

function momentOf({ day, time, zone }: TypedWhen): unknown {
  const on = dayText(day)
  if (on === undefined || !isPlainDate(on) || !isTimeZone(zone)) return on
  return isLocalTime(time) ? instantAt(on, time, zone) : startOfDay(on, zone)
}

function facilityOf({ text, known }: TypedFacility): unknown {
  if (known !== undefined) return known
  return text.trim() === "" ? undefined : { name: text.trim() }
}

const readers: Readonly<Record<FieldSpec["is"], (value: never) => unknown>> = {
  text: (value: string) => value.trim() || undefined,
  long: (value: string) => value.trim() || undefined,
  lines: (value: string) => (lines(value).length > 0 ? lines(value) : undefined),
  day: (value: TypedDay) => dayText(value),
  "partial-day": (value: TypedDay) => dayText(value, true),
  when: whenOf,
  moment: momentOf,
  tick: (value: boolean) => value || undefined,
  seen: (value: string) => (value === "said" ? false : undefined),
  number: (value: string) => (value.trim() === "" ? undefined : Number.isNaN(Number(value)) ? value : Number(value)),
  facility: facilityOf,
  "event-place": ({ text, known }: TypedFacility) => known?.code || text.trim() || undefined,
  names: (value: readonly PersonName[]) => {
    const written = value.map(trimmed).filter((name) => name.surname !== undefined || name.given !== undefined)
    return written.length > 0 ? written : undefined
  },
  "a-numbers": (value: string) => {
    const given = lines(value.replaceAll(",", "\n"))
    return given.length > 0
      ? given.map((text) => {
          const read = parseANumber(text)
          return isRefusal(read) ? text : read
        })
      : undefined
  },
  "event-type": (value: string) => value || undefined,
  pick: (value: string) => value || undefined,
  plain: (value: string) => value || undefined,
  one: (value: string) => value || undefined,
  many: (value: readonly string[]) => (value.length > 0 ? value : undefined),
}

function trimmed(name: PersonName): PersonName {
  const parts = Object.entries(name).map(([key, value]) => [key, typeof value === "string" ? value.trim() : value] as const)
  return Object.fromEntries(parts.filter(([, value]) => value !== "" && value !== undefined)) as unknown as PersonName
}

export const readField = (spec: FieldSpec, value: unknown): unknown => readers[spec.is](value as never)

/** A tick that must be said either way goes as false where it was left. */
export function inputOf(specs: readonly FieldSpec[], values: Values, fixed: Values, zone: string): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const spec of specs) {
    const value = readField(spec, values[spec.at] ?? emptyOf(spec, zone))
    if (value !== undefined) place(input, spec.at, value)
    else if (spec.is === "tick" && spec.optional !== true) place(input, spec.at, false)
    else if (spec.blank === true) place(input, spec.at, "")
    if (spec.is === "event-place") placeAround(input, spec.at, values[spec.at] as TypedFacility | undefined)
  }
  for (const [at, value] of Object.entries(fixed)) if (value !== undefined) place(input, at, value)
  return input
}

/** What the list knows of a place stands beside it in the event. */
function placeAround(input: Record<string, unknown>, at: string, typed: TypedFacility | undefined): void {
  if (typed?.known === undefined) return
  const around = at.slice(0, at.lastIndexOf("/"))
  place(input, `${around}/state`, typed.known.state)
  if (typed.known.staging) place(input, `${around}/staging`, true)
}

function place(into: Record<string, unknown>, at: string, value: unknown): void {
  const keys = at.slice(1).split("/")
  let here = into
  for (const key of keys.slice(0, -1)) here = (here[key] ??= {}) as Record<string, unknown>
  here[keys.at(-1) as string] = value
}

/** Today, an instant, or what an input already says, as the controls hold it. */
/** This day on the clock of `zone`: near midnight the day at Greenwich may not have begun there, and what is not yet does not count. */
export const typedToday = (now: number, zone: string): TypedWhen => typedWhen(dateIn(instantOf(now), timeZoneOf(zone)), zone)

export const typedWhen = (text: string | undefined, zone: string): TypedWhen => ({
  day: typedDay(text?.slice(0, 10)),
  time: text !== undefined && text.length > 10 ? text.slice(11, 16) : "",
  zone,
})
