// Time as the server may keep it: no finer than the hour, in UTC, as text that sorts ("2026-11-22T17Z").
import * as v from "valibot"

export const Hour = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\dZ$/, "not an hour"), v.brand("Hour"))
export type Hour = v.InferOutput<typeof Hour>

/** The hour that holds an instant (milliseconds since 1970, UTC). */
export const hourOf = (instant: number): Hour => `${new Date(instant).toISOString().slice(0, 13)}Z` as Hour

/** The first instant of an hour, in milliseconds. */
export const startOfHour = (hour: Hour): number => Date.parse(`${hour.slice(0, 13)}:00:00Z`)

/** A calendar day in UTC, as certificates carry it. */
export const Day = v.pipe(v.string(), v.isoDate("not a day"))
export type Day = v.InferOutput<typeof Day>
