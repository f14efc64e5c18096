// From a trigger to its dates: nominal is the plain count, hard is the nominal rolled past closed days, safeBy is the last
// US federal business day before the nominal. The trigger day is never counted; days between always are.
import {
  addDays,
  addHours,
  addMonths,
  addOpenDays,
  addYears,
  type Calendar,
  type DateOrInstant,
  dateIn,
  earliestMoment,
  dayIn,
  type Instant,
  lastOpenBefore,
  type PlainDate,
  rollForward,
  type TimeZone,
} from "../time/index.ts"
import type { Law } from "./law.ts"
import type { Roll, Rule, Unit } from "./rule.ts"

export interface DayDates {
  readonly is: "day"
  readonly nominal: PlainDate
  readonly hard: PlainDate
  readonly safeBy: PlainDate
}

export interface HourDates {
  readonly is: "hour"
  readonly nominal: Instant
  readonly hard: Instant
  readonly safeBy: PlainDate
}

export type Dates = DayDates | HourDates

export function reckon(rule: Rule, when: DateOrInstant, zone: TimeZone, law: Law): Dates | null {
  if (rule.offset === null) return null
  const { count, unit } = rule.offset
  const federal = law.calendars.usFederal
  if (unit === "hours") {
    const end = addHours(earliestMoment(when, zone), count)
    return { is: "hour", nominal: end, hard: end, safeBy: lastOpenBefore(federal, dateIn(end, zone)) }
  }
  const nominal = counted(dayIn(when, zone), count, unit, federal)
  return { is: "day", nominal, hard: rolled(nominal, rule.roll, law), safeBy: lastOpenBefore(federal, nominal) }
}

function counted(from: PlainDate, count: number, unit: Exclude<Unit, "hours">, federal: Calendar): PlainDate {
  if (unit === "days") return addDays(from, count)
  if (unit === "business-days") return addOpenDays(federal, from, count)
  return unit === "months" ? addMonths(from, count) : addYears(from, count)
}

function rolled(nominal: PlainDate, roll: Roll, law: Law): PlainDate {
  if (roll === "NONE") return nominal
  return rollForward([roll === "CA" ? law.calendars.canada : law.calendars.usFederal], nominal)
}
