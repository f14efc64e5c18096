// A file or a statement becomes evidence of claims.
import { type CaseForm, field, one } from "../case/form/spec.ts"
import { assessmentFields } from "./assessment-fields.ts"

export const bindEvidenceForm: CaseForm<"bind-evidence"> = {
  does: "bind-evidence",
  fields: [
    one("file", "/file", "file", { optional: true, when: (values) => !values["/statement"] }),
    field("long", "/statement", "statement", { optional: true, when: (values) => !values["/file"] }),
    ...assessmentFields,
  ],
  fixed: ({ newId }) => ({ "/evidence": newId() }),
}
