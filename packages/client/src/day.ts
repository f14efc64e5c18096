// Days as certificates and papers count them: by UTC, so that two clients in two countries count alike.
/** In milliseconds. */
export const DAY = 86_400_000

/** The UTC day of an instant, as `YYYY-MM-DD`. */
export const dayAt = (millis: number): string => new Date(millis).toISOString().slice(0, 10)

/** How many days an intake or a reply certificate lasts, its first day counted. */
export const CERTIFIED_DAYS = 45
