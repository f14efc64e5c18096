// The change of law that tests are about.
import type { ChangeOf } from "../overlay/change.ts"
import { plainDateOf } from "../time/index.ts"

export const ruleStayed: ChangeOf<"rule"> = {
  what: "rule",
  rule: "US.PFR.30",
  status: "STAYED",
  source: "Order of an invented court, 20 Nov 2026",
  verifiedOn: plainDateOf("2026-11-21"),
}
