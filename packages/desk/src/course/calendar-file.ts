// Open dates as a calendar file (RFC 5545). Names nobody unless asked, since a calendar is copied to other companies' machines.
export interface CalendarEntry {
  /** The same entry again replaces the one that a calendar holds. Tells nothing of whose it is. */
  readonly uid: string
  /** "2026-11-22", a whole day; or an instant with its offset. */
  readonly at: string
  readonly title: string
  readonly text: string
}

const stamp = (millis: number): string => `${new Date(millis).toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
const plain = (day: string): string => day.replaceAll("-", "")

/** Section 3.3.11: these four, and a line break. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n")

/** Section 3.1: 75 octets a line, the rest behind a blank; no letter is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  const lines: string[] = []
  let now = ""
  let bytes = 0
  for (const letter of line) {
    const size = encoder.encode(letter).length
    if (bytes + size > 75) {
      lines.push(now)
      now = " "
      bytes = 1
    }
    now += letter
    bytes += size
  }
  return [...lines, now].join("\r\n")
}

export function calendarFile(entries: readonly CalendarEntry[], now: number): string {
  const events = entries.flatMap(({ uid, at, title, text }) => {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(at)
    return [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `DTSTAMP:${stamp(now)}`,
      ...(day
        ? [`DTSTART;VALUE=DATE:${plain(at)}`, `DTEND;VALUE=DATE:${plain(dayAfter(at))}`]
        : [`DTSTART:${stamp(Date.parse(at))}`, "DURATION:PT15M"]),
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escaped(title)}`,
      "TRIGGER:-P1D",
      "END:VALARM",
      "END:VEVENT",
    ]
  })
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Safe Conduct//dates//EN", ...events, "END:VCALENDAR"]
    .map((line) => `${folded(line)}\r\n`)
    .join("")
}
