// What protection a judge granted. Withholding and CAT bar one country and leave the order of removal standing, so they
// are shown as protection from that country and never as safety.
import { type Decisions, standingDecisions } from "./decision.ts"
import type { Outcome } from "./event.ts"

export type Protection = "asylum" | "withholding" | "cat" | "none"

const granted: Partial<Record<Outcome, Protection>> = { GRANT_ASYLUM: "asylum", GRANT_WITHHOLDING: "withholding", GRANT_CAT: "cat" }

export function readProtection(decisions: Decisions): Protection {
  const seen = standingDecisions(decisions).filter((d) => d.seen)
  return seen.map((d) => granted[d.outcome]).find((p) => p !== undefined) ?? "none"
}

/** Another country may still be named. */
export const barsOneCountryOnly = (protection: Protection): boolean => protection === "withholding" || protection === "cat"
