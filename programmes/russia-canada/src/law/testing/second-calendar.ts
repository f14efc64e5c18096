// A second calendar, written day by day for tests and sharing no code with the first: what a trigger's dates must be.

const dayMs = 86_400_000
const hourMs = 3_600_000
export const text = (at: number): string => new Date(at).toISOString().slice(0, 10)
export const time = (date: string): number => Date.parse(`${date}T00:00:00Z`)
export const plus = (date: string, days: number): string => text(time(date) + days * dayMs)
const weekday = (date: string): number => new Date(time(date)).getUTCDay()

/** The federal holidays kept on a day, by walking the month rather than by formula. */
function federal(date: string): boolean {
  const fixed = (of: string): boolean => {
    const years = [Number(date.slice(0, 4)), Number(date.slice(0, 4)) + 1]
    return years.some((year) => {
      const on = `${year}-${of}`
      const kept = weekday(on) === 6 ? plus(on, -1) : weekday(on) === 0 ? plus(on, 1) : on
      return kept === date
    })
  }
  const nth = (month: number, of: number, n: number): boolean => {
    if (Number(date.slice(5, 7)) !== month || weekday(date) !== of) return false
    const index = Math.ceil(Number(date.slice(8)) / 7)
    return n > 0 ? index === n : plus(date, 7).slice(5, 7) !== date.slice(5, 7)
  }
  const floating = nth(1, 1, 3) || nth(2, 1, 3) || nth(5, 1, -1) || nth(9, 1, 1) || nth(10, 1, 2) || nth(11, 4, 4)
  return floating || ["01-01", "06-19", "07-04", "11-11", "12-25"].some(fixed)
}

const federalOpen = (date: string): boolean => weekday(date) !== 0 && weekday(date) !== 6 && !federal(date)
const easters: Readonly<Record<string, string>> = {
  2026: "04-05",
  2027: "03-28",
  2028: "04-16",
  2029: "04-01",
  2030: "04-21",
  2031: "04-13",
  2032: "03-28",
  2033: "04-17",
  2034: "04-09",
  2035: "03-25",
}

function canadaOpen(date: string): boolean {
  const [year, md, of] = [date.slice(0, 4), date.slice(5), weekday(date)]
  if (of === 0 || ["01-01", "07-01", "09-30", "11-11", "12-25"].includes(md)) return false
  const easter = `${year}-${easters[year]}`
  if (date === plus(easter, -2) || date === plus(easter, 1)) return false
  if (of !== 1) return true
  const inMonth = Math.ceil(Number(date.slice(8)) / 7)
  const victoria = md >= "05-18" && md <= "05-24"
  return !(victoria || md === "07-02" || (md.startsWith("09") && inMonth === 1) || (md.startsWith("10") && inMonth === 2))
}

/** Summer time in Chicago, from the second Sunday of March to the first of November, changed at two in the morning (8 and 7 UTC). */
function chicago(at: number): string {
  const year = new Date(at).getUTCFullYear()
  const sunday = (month: string, n: number): number => {
    let day = time(`${year}-${month}-01`)
    while (new Date(day).getUTCDay() !== 0) day += dayMs
    return day + (n - 1) * 7 * dayMs
  }
  const summer = at >= sunday("03", 2) + 8 * hourMs && at < sunday("11", 1) + 7 * hourMs
  const offset = summer ? 5 : 6
  return `${new Date(at - offset * hourMs).toISOString().slice(0, 19)}-0${offset}:00`
}

const next = (date: string, open: (date: string) => boolean): string => (open(date) ? date : next(plus(date, 1), open))
const before = (date: string): string => (federalOpen(plus(date, -1)) ? plus(date, -1) : before(plus(date, -1)))
const yearsOn = (date: string, count: number): string =>
  `${Number(date.slice(0, 4)) + count}${date.slice(5) === "02-29" && (Number(date.slice(0, 4)) + count) % 4 !== 0 ? "-02-28" : date.slice(4)}`
/** The same day of a later month, or its last where it has no such day. */
function monthsOn(date: string, count: number): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + count]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return text(Date.UTC(year, month, Math.min(Number(date.slice(8)), last)))
}
const openDaysOn = (date: string, count: number): string => (count === 0 ? date : openDaysOn(next(plus(date, 1), federalOpen), count - 1))

type Unit = "days" | "open-days" | "months" | "years" | "hours"
interface Kind {
  readonly event: string
  readonly more: object
  readonly rule: string
  readonly count: number
  readonly unit: Unit
  readonly roll: ((date: string) => boolean) | null
}
const dismissed = { event: "bia.decision", more: { outcome: "dismissed" } }

/** Every rule that counts, after an event that sets it running. */
export const kinds: readonly Kind[] = [
  {
    event: "ij.decision",
    more: { form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" },
    rule: "US.BIA.APPEAL.30",
    count: 30,
    unit: "days",
    roll: federalOpen,
  },
  { ...dismissed, rule: "US.PFR.30", count: 30, unit: "days", roll: federalOpen },
  { ...dismissed, rule: "US.RECON.30", count: 30, unit: "days", roll: federalOpen },
  { ...dismissed, rule: "US.MTR.90", count: 90, unit: "days", roll: federalOpen },
  { ...dismissed, rule: "US.RP.90", count: 90, unit: "days", roll: null },
  { ...dismissed, rule: "US.POCR.180", count: 180, unit: "days", roll: null },
  { ...dismissed, rule: "US.ZADV.6M", count: 6, unit: "months", roll: null },
  { event: "bia.briefing-schedule", more: {}, rule: "US.BIA.BRIEF.20", count: 20, unit: "days", roll: federalOpen },
  {
    event: "ij.decision",
    more: { form: "written", outcome: "IN_ABSENTIA", appeal: "waived" },
    rule: "US.ABS.180",
    count: 180,
    unit: "days",
    roll: federalOpen,
  },
  {
    event: "ij.decision",
    more: { form: "oral", outcome: "VOLUNTARY_DEPARTURE", appeal: "waived" },
    rule: "US.VD.BOND.5B",
    count: 5,
    unit: "open-days",
    roll: null,
  },
  { event: "address.changed", more: {}, rule: "US.ADDR.5B", count: 5, unit: "open-days", roll: null },
  { event: "cf.determination", more: { result: "negative" }, rule: "US.CF.IJ.7", count: 7, unit: "days", roll: null },
  { event: "cf.ij-review", more: { result: "affirmed" }, rule: "US.CF.RECON.7", count: 7, unit: "days", roll: null },
  { event: "third-country.notice", more: { country: "XX" }, rule: "US.3C.NOTICE.24H", count: 24, unit: "hours", roll: null },
  { event: "third-country.notice", more: { country: "XX", exigent: true }, rule: "US.3C.NOTICE.6H", count: 6, unit: "hours", roll: null },
  { event: "country.inquiry", more: { country: "CA" }, rule: "US.COUNTRY.REPLY.30", count: 30, unit: "days", roll: null },
  { event: "canada.entry", more: {}, rule: "CA.STCA.14", count: 14, unit: "days", roll: null },
  { event: "canada.entry", more: {}, rule: "CA.CLAIM.1Y", count: 1, unit: "years", roll: canadaOpen },
  { event: "protection.conferred", more: {}, rule: "CA.OYW.1Y", count: 1, unit: "years", roll: canadaOpen },
  { event: "parole.poe", more: {}, rule: "US.I589.1Y", count: 1, unit: "years", roll: federalOpen },
  { event: "consent.oral", more: { scope: "SHARE_IRCC" }, rule: "SYS.CONSENT.WRITTEN", count: 72, unit: "hours", roll: null },
  { event: "file.last-used", more: {}, rule: "SYS.RETAIN", count: 2, unit: "years", roll: canadaOpen },
]

/** An hour clock begins at five past four in the afternoon of the day. */
const startOf = (on: string): number =>
  [5, 6].map((offset) => time(on) + (16 + offset) * hourMs + 5 * 60_000).find((at) => chicago(at).slice(11, 16) === "16:05") as number

const counted = (on: string, { count, unit }: Kind): string =>
  unit === "days"
    ? plus(on, count)
    : unit === "open-days"
      ? openDaysOn(on, count)
      : unit === "months"
        ? monthsOn(on, count)
        : yearsOn(on, count)

/** What the second calendar says of a trigger of one kind on a day. */
export function reckonedAgain(kind: Kind, on: string): { readonly nominal: string; readonly hard: string; readonly safeBy: string } {
  if (kind.unit === "hours") {
    const end = chicago(startOf(on) + kind.count * hourMs)
    return { nominal: end, hard: end, safeBy: before(end.slice(0, 10)) }
  }
  const nominal = counted(on, kind)
  return { nominal, hard: kind.roll === null ? nominal : next(nominal, kind.roll), safeBy: before(nominal) }
}

/** The facts of somebody to whom only this happened, asked the day after, or an hour after where the clock counts hours. */
export function factsOf(id: string, kind: Kind, on: string): object {
  const hourly = kind.unit === "hours"
  return {
    id,
    asOf: hourly ? new Date(startOf(on) + hourMs).toISOString().replace(".000", "") : `${plus(on, 1)}T15:00:00Z`,
    timeZone: "America/Chicago",
    circuit: "5",
    courtState: "LA",
    events: [{ type: kind.event, ...(hourly ? { at: chicago(startOf(on)) } : { on }), ...kind.more }],
  }
}
