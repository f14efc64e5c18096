// Days, moments, zones and calendars: the only arithmetic of time in the house.
export * from "./calendar.ts"
export * from "./instant.ts"
export * from "./local-time.ts"
export * from "./plain-date.ts"
export * from "./zone.ts"
