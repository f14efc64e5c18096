// The server tells only the hour, in UTC. It is shown on the reader's own clock, and says which.
import type { PortalWords } from "@safe-conduct/words/portal/index.ts"

/** "2026-11-22T17Z" as a day and an hour on this device's clock. */
export function hourText(hour: string, words: PortalWords): string {
  const at = Date.parse(hour.replace(/T(\d\d)Z$/, "T$1:00:00Z"))
  if (Number.isNaN(at)) return words.hour(hour)
  return new Intl.DateTimeFormat(words.language, {
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  }).format(at)
}

export function dayText(day: string, words: PortalWords): string {
  const at = Date.parse(`${day}T12:00:00Z`)
  return Number.isNaN(at) ? day : new Intl.DateTimeFormat(words.language, { day: "numeric", month: "long", timeZone: "UTC" }).format(at)
}
