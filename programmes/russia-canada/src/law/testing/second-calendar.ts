// A second calendar, written day by day for tests and sharing no code with the first: what a trigger's dates must be.

const dayMs = 86_400_000
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

const next = (date: string, open: (date: string) => boolean): string => (open(date) ? date : next(plus(date, 1), open))
const before = (date: string): string => (federalOpen(plus(date, -1)) ? plus(date, -1) : before(plus(date, -1)))
const yearOn = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(5) === "02-29" ? "-02-28" : date.slice(4)}`

export const kinds = [
  {
    event: "ij.decision",
    more: { form: "oral", outcome: "DENIED_REMOVAL", appeal: "reserved" },
    rule: "US.BIA.APPEAL.30",
    days: 30,
    roll: federalOpen,
  },
  { event: "bia.decision", more: { outcome: "dismissed" }, rule: "US.PFR.30", days: 30, roll: federalOpen },
  { event: "bia.decision", more: { outcome: "dismissed" }, rule: "US.RECON.30", days: 30, roll: federalOpen },
  { event: "bia.decision", more: { outcome: "dismissed" }, rule: "US.MTR.90", days: 90, roll: federalOpen },
  { event: "bia.decision", more: { outcome: "dismissed" }, rule: "US.RP.90", days: 90, roll: null },
  { event: "bia.decision", more: { outcome: "dismissed" }, rule: "US.POCR.180", days: 180, roll: null },
  { event: "bia.briefing-schedule", more: {}, rule: "US.BIA.BRIEF.20", days: 20, roll: federalOpen },
  {
    event: "ij.decision",
    more: { form: "written", outcome: "IN_ABSENTIA", appeal: "waived" },
    rule: "US.ABS.180",
    days: 180,
    roll: federalOpen,
  },
  { event: "cf.determination", more: { result: "negative" }, rule: "US.CF.IJ.7", days: 7, roll: null },
  { event: "cf.ij-review", more: { result: "affirmed" }, rule: "US.CF.RECON.7", days: 7, roll: null },
  { event: "canada.entry", more: {}, rule: "CA.STCA.14", days: 14, roll: null },
  { event: "canada.entry", more: {}, rule: "CA.CLAIM.1Y", days: null, roll: canadaOpen },
  { event: "protection.conferred", more: {}, rule: "CA.OYW.1Y", days: null, roll: canadaOpen },
  { event: "parole.poe", more: {}, rule: "US.I589.1Y", days: null, roll: federalOpen },
] as const

/** What the second calendar says of a trigger of one kind on a day. */
export function reckonedAgain(
  kind: (typeof kinds)[number],
  on: string,
): { readonly nominal: string; readonly hard: string; readonly safeBy: string } {
  const nominal = kind.days === null ? yearOn(on) : plus(on, kind.days)
  return { nominal, hard: kind.roll === null ? nominal : next(nominal, kind.roll), safeBy: before(nominal) }
}

/** The facts of somebody to whom only this happened, asked about the day after. */
export const factsOf = (id: string, kind: (typeof kinds)[number], on: string): object => ({
  id,
  asOf: `${plus(on, 1)}T15:00:00Z`,
  timeZone: "America/Chicago",
  circuit: "5",
  courtState: "LA",
  events: [{ type: kind.event, on, ...kind.more }],
})
