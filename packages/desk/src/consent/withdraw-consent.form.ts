// A consent taken back: disclosure halts at once.
import { type CaseForm, field, one, pick } from "../case/form/spec.ts"

export const withdrawConsentForm: CaseForm<"withdraw-consent"> = {
  does: "withdraw-consent",
  fields: [
    one("consent", "/consent", "consent"),
    pick("/by", "by", "withdrawnBy", ["person", "guardian", "asker", "desk"]),
    field("long", "/why", "why"),
  ],
}
