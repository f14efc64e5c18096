// Which days are closed, as patterns for any year: the US federal holidays (5 USC 6103), Canada's under the Interpretation
// Act s. 35, and holidays of states, which serve arguable dates only. Read again each year; state rows most of all.
import type { Calendar, Holiday } from "@safe-conduct/domain/time"
import { plainDateOf } from "@safe-conduct/domain/time"
import type { Calendars } from "@safe-conduct/domain/clock"

const us = (name: string, day: Holiday["day"], fromYear?: number): Holiday => ({
  name,
  day,
  observed: "nearest",
  ...(fromYear === undefined ? {} : { fromYear }),
})

/** Inauguration Day is not here: it closes offices around the capital only. */
const usFederal: Calendar = {
  id: "US-FEDERAL",
  closed: [0, 6],
  holidays: [
    us("New Year's Day", { kind: "fixed", month: 1, day: 1 }),
    us("Martin Luther King Jr. Day", { kind: "nth", month: 1, weekday: 1, nth: 3 }, 1986),
    us("Washington's Birthday", { kind: "nth", month: 2, weekday: 1, nth: 3 }),
    us("Memorial Day", { kind: "nth", month: 5, weekday: 1, nth: -1 }),
    us("Juneteenth", { kind: "fixed", month: 6, day: 19 }, 2021),
    us("Independence Day", { kind: "fixed", month: 7, day: 4 }),
    us("Labor Day", { kind: "nth", month: 9, weekday: 1, nth: 1 }),
    us("Columbus Day", { kind: "nth", month: 10, weekday: 1, nth: 2 }),
    us("Veterans Day", { kind: "fixed", month: 11, day: 11 }),
    us("Thanksgiving Day", { kind: "nth", month: 11, weekday: 4, nth: 4 }),
    us("Christmas Day", { kind: "fixed", month: 12, day: 25 }),
  ],
}

/** Sunday is a holiday, Saturday is not; a day that meets a weekend stays where it is, Canada Day alone excepted. */
const canada: Calendar = {
  id: "CA-INTERPRETATION-ACT",
  closed: [0],
  holidays: [
    { name: "New Year's Day", day: { kind: "fixed", month: 1, day: 1 } },
    { name: "Good Friday", day: { kind: "easter", plus: -2 } },
    { name: "Easter Monday", day: { kind: "easter", plus: 1 } },
    { name: "Victoria Day", day: { kind: "before", month: 5, day: 25, weekday: 1 } },
    { name: "Canada Day", day: { kind: "fixed", month: 7, day: 1 }, observed: "sunday-to-monday" },
    { name: "Labour Day", day: { kind: "nth", month: 9, weekday: 1, nth: 1 } },
    { name: "National Day for Truth and Reconciliation", day: { kind: "fixed", month: 9, day: 30 }, fromYear: 2021 },
    { name: "Thanksgiving Day", day: { kind: "nth", month: 10, weekday: 1, nth: 2 } },
    { name: "Remembrance Day", day: { kind: "fixed", month: 11, day: 11 } },
    { name: "Christmas Day", day: { kind: "fixed", month: 12, day: 25 } },
  ],
}

const state = (id: string, ...holidays: Holiday[]): Calendar => ({ id: `US-${id}`, closed: [0, 6], holidays })
const fixed = (name: string, month: number, day: number, observed: Holiday["observed"] = "nearest"): Holiday => ({
  name,
  day: { kind: "fixed", month, day },
  ...(observed === undefined ? {} : { observed }),
})
const electionDay: Holiday = { name: "Election Day", day: { kind: "nth", month: 11, weekday: 1, nth: 1, plus: 1 } }
const goodFriday: Holiday = { name: "Good Friday", day: { kind: "easter", plus: -2 } }
const fridayAfter: Holiday = { name: "Day after Thanksgiving", day: { kind: "nth", month: 11, weekday: 4, nth: 4, plus: 1 } }
const lincoln = fixed("Lincoln's Birthday", 2, 12)

/** Days a state keeps beyond the federal ones. Only where we know them; none of these ever moves a date by itself. */
const states: Readonly<Record<string, Calendar>> = {
  CA: state("CA", lincoln, fixed("Cesar Chavez Day", 3, 31), fridayAfter),
  CO: state("CO", { name: "Frances Xavier Cabrini Day", day: { kind: "nth", month: 10, weekday: 1, nth: 1 }, fromYear: 2020 }),
  DC: state("DC", fixed("Emancipation Day", 4, 16)),
  FL: state("FL", fridayAfter),
  GA: state("GA", fridayAfter),
  IL: state("IL", lincoln, { ...electionDay, years: "even" }),
  LA: state("LA", { name: "Mardi Gras", day: { kind: "easter", plus: -47 } }, goodFriday, fixed("All Saints' Day", 11, 1), {
    ...electionDay,
    years: "even",
  }),
  MA: state("MA", { name: "Patriots' Day", day: { kind: "nth", month: 4, weekday: 1, nth: 3 } }),
  MO: state("MO", lincoln, fixed("Truman Day", 5, 8)),
  NJ: state("NJ", goodFriday, electionDay),
  NY: state("NY", lincoln, electionDay),
  PA: state("PA", goodFriday, electionDay),
  TX: state(
    "TX",
    fixed("Texas Independence Day", 3, 2, "as-is"),
    fixed("San Jacinto Day", 4, 21, "as-is"),
    fridayAfter,
    fixed("Day before Christmas", 12, 24, "as-is"),
    fixed("Day after Christmas", 12, 26, "as-is"),
  ),
  VA: state("VA", electionDay, fridayAfter),
}

const closure = (on: string, name: string): Holiday => ({ name, day: { kind: "once", on: plainDateOf(on) } })

/** Closed by executive order. Whether such a day is a legal holiday can be argued; nobody should have to. */
const executiveClosures: Calendar = {
  id: "US-EXECUTIVE-CLOSURES",
  closed: [0, 6],
  holidays: [
    closure("2024-12-24", "Closed by executive order"),
    closure("2025-01-09", "National Day of Mourning"),
    closure("2025-12-24", "Closed by executive order"),
    closure("2025-12-26", "Closed by executive order"),
  ],
}

export const calendars: Calendars = { usFederal, canada, states, executiveClosures }
