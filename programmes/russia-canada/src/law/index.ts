// The programme's law: dated rows, always recomputed. Who relies on a date reads `source`, `verify` and `verifiedOn` first.
import type { Law } from "@safe-conduct/domain/clock"
import { plainDateOf, timeZoneOf } from "@safe-conduct/domain/time"
import { calendars } from "./calendars.ts"
import { circuits } from "./circuits.ts"
import { facilities } from "./facilities.ts"
import { playbooks } from "./playbooks.ts"
import { rules } from "./rules.ts"

export const law: Law = {
  version: "2026-11-22",
  rules,
  calendars,
  circuits,
  zones: { board: timeZoneOf("America/New_York"), ottawa: timeZoneOf("America/Toronto") },
  urgency: { removalHours: 72, emergencyDays: 2, urgentDays: 7, highDays: 30, childHearingDays: 7, checkInDays: 14 },
  voluntaryDepartureDays: 60,
  custodyStaleHours: 72,
  unreachedDays: 7,
  secondEarsHours: 24,
  dependentUnder: 22,
  playbooks,
  facilities,
  verifiedOn: plainDateOf("2026-11-22"),
}
