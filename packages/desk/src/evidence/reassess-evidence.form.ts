// The same item weighed again, with the reason; what was said before stays to be read.
import { type CaseForm, field, one } from "../case/form/spec.ts"
import { assessmentFields } from "./assessment-fields.ts"

export const reassessEvidenceForm: CaseForm<"reassess-evidence"> = {
  does: "reassess-evidence",
  fields: [one("evidence", "/evidence", "evidence"), ...assessmentFields, field("long", "/why", "why", { hint: "reasons" })],
}
