// One moment on two walls: "14:00 there = 22:00 here". Both zones are given, never guessed from the place of the server.
export interface TwoClocksProps {
  /** The moment, in milliseconds since 1970. */
  readonly at: number
  readonly language: string
  readonly there: { readonly zone: string; readonly label: string }
  readonly here: { readonly zone: string; readonly label: string }
  readonly withDay?: boolean
}

export function clock(at: number, zone: string, language: string, withDay = false): string {
  const day = withDay ? ({ day: "numeric", month: "long" } as const) : {}
  return new Intl.DateTimeFormat(language, { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone }).format(at)
}

export function TwoClocks({ at, language, there, here, withDay }: TwoClocksProps) {
  const one = clock(at, there.zone, language, withDay)
  const two = clock(at, here.zone, language, withDay)
  return (
    <time class="data" dateTime={new Date(at).toISOString()}>
      {one} {there.label}
      {one !== two && ` = ${two} ${here.label}`}
    </time>
  )
}
