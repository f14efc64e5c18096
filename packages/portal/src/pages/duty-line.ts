// What the first page says of who is there: until when, from when, or that nobody is known to be. Hours by the reader's own clock, with the
// day wherever it is not today.
export interface DutyTold {
  /** Minutes since 1970, UTC. */
  readonly until: number | null
  readonly from: number | null
}
export interface DutySentences {
  /** With `{time}` in it. */
  readonly until: string
  readonly from: string
  readonly nobody: string
}

export function dutySentence(told: DutyTold, say: DutySentences, language: string, now: number, timeZone?: string): string {
  const at = told.until ?? told.from
  if (at === null) return say.nobody
  const zone = timeZone === undefined ? {} : { timeZone }
  const day = (moment: number): string => new Intl.DateTimeFormat("en", { ...zone, dateStyle: "short" }).format(moment)
  const moment = at * 60_000
  const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...zone } as const
  const date = day(moment) === day(now) ? {} : ({ weekday: "long", day: "numeric", month: "long" } as const)
  const time = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { ...hour, ...date }).format(moment)
  return (told.until === null ? say.from : say.until).replace("{time}", time)
}
