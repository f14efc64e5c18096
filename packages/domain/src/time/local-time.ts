// The hour on a wall clock, for duty hours and hearings: meaningless until a day and a zone are named with it.
import * as v from "valibot"

declare const localTime: unique symbol
export type LocalTime = string & { readonly [localTime]: true }

export const isLocalTime = (value: unknown): value is LocalTime => typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
export const LocalTime = v.custom<LocalTime>(isLocalTime, "bad-time")

export function localTimeOf(text: string): LocalTime {
  if (!isLocalTime(text)) throw new RangeError(`not an hour of the day: ${text}`)
  return text
}

export const minutesOf = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
