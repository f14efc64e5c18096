// Days and hours of the stories, always counted from the day on which the trial is made: nothing here drifts into the past.
import { law } from "@safe-conduct/russia-canada"
import {
  type DateOrInstant,
  type InstantText,
  type PlainDate,
  addDays,
  dateIn,
  hourMs,
  instantAt,
  instantOf,
  isOpenDay,
  localTimeOf,
  timeZoneOf,
  toDayNumber,
  weekdayOf,
  writeInstant,
} from "@safe-conduct/domain/time"

/** Where the invented desk sits. */
export const deskZone = "America/New_York"

export interface When {
  /** Milliseconds since 1970, UTC: the moment at which the first visitor looks. */
  readonly now: number
  /** A day counted from today, as the calendar hangs at the desk. */
  day(days: number): PlainDate
  /** A wall clock on such a day, in a zone's own count of days. */
  at(days: number, clock: string, zone?: string): number
  ago(hours: number): number
  /** A moment as a place writes it. */
  text(at: number, zone?: string): DateOrInstant
  /** The next working day on or after a day from now, and the last one on or before it. */
  workday(days: number): PlainDate
  workdayBefore(days: number): PlainDate
  /** A Friday that lies 9 to 29 days ahead, behind an ordinary Thursday, 30 days after an ordinary Wednesday; a holiday if there is one. */
  friday(): PlainDate
}

const federal = law.calendars.usFederal
const FRIDAY = 5

export function whenOf(now: number): When {
  const today = dateIn(instantOf(now), timeZoneOf(deskZone))
  const day = (days: number): PlainDate => addDays(today, days)
  const step = (days: number, by: 1 | -1): PlainDate => {
    let at = days
    while (!isOpenDay(federal, toDayNumber(day(at)))) at += by
    return day(at)
  }
  return {
    now,
    day,
    at: (days, clock, zone = deskZone) =>
      instantAt(addDays(dateIn(instantOf(now), timeZoneOf(zone)), days), localTimeOf(clock), timeZoneOf(zone)),
    ago: (hours) => now - hours * hourMs,
    text: (at, zone = deskZone) => writeInstant(instantOf(Math.floor(at / 1000) * 1000), timeZoneOf(zone)) as InstantText,
    workday: (days) => step(days, 1),
    workdayBefore: (days) => step(days, -1),
    friday() {
      const open = (date: PlainDate): boolean => isOpenDay(federal, toDayNumber(date))
      const fridays = Array.from({ length: 21 }, (_, n) => day(9 + n)).filter(
        (date) => weekdayOf(date) === FRIDAY && open(addDays(date, -1)) && open(addDays(date, -30)),
      )
      return fridays.find((date) => !open(date)) ?? (fridays[0] as PlainDate)
    },
  }
}
