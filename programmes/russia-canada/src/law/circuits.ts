// Where each circuit's clerk keeps the principal office: its wall clock ends the day, its state's holidays can be argued.
import type { Law } from "@safe-conduct/domain/clock"
import { timeZoneOf } from "@safe-conduct/domain/time"

const eastern = timeZoneOf("America/New_York")
const central = timeZoneOf("America/Chicago")
const mountain = timeZoneOf("America/Denver")
const pacific = timeZoneOf("America/Los_Angeles")

export const circuits: Law["circuits"] = {
  "1": { state: "MA", timeZone: eastern },
  "2": { state: "NY", timeZone: eastern },
  "3": { state: "PA", timeZone: eastern },
  "4": { state: "VA", timeZone: eastern },
  "5": { state: "LA", timeZone: central },
  "6": { state: "OH", timeZone: eastern },
  "7": { state: "IL", timeZone: central },
  "8": { state: "MO", timeZone: central },
  "9": { state: "CA", timeZone: pacific },
  "10": { state: "CO", timeZone: mountain },
  "11": { state: "GA", timeZone: eastern },
  DC: { state: "DC", timeZone: eastern },
}
