// A second member has heard a spoken consent said again.
import { type CaseForm, field, one, optional } from "../case/form/spec.ts"

export const confirmConsentForm: CaseForm<"confirm-consent"> = {
  does: "confirm-consent",
  fields: [one("consent", "/consent", "consent"), field("long", "/note", "note", optional)],
}
