// One more of the family.
import { type CaseForm, field } from "../case/form/spec.ts"
import { personFields, relationField } from "./person-fields.ts"

export const addPersonForm: CaseForm<"add-person"> = {
  does: "add-person",
  fields: [field("names", "/names", "names"), relationField(), ...personFields],
  fixed: ({ newId }) => ({ "/person": newId() }),
}
