// The person was put on the plane.
import { type CaseForm, field, person, pick } from "../case/form/spec.ts"
import { countries } from "../person/countries.ts"

export const recordRemovalForm: CaseForm<"record-removal"> = {
  does: "record-removal",
  fields: [
    person,
    pick("/to", "to", "country", countries),
    field("when", "/at", "at", { hint: "time" }),
    field("seen", "/seen", "seen", { hint: "seen" }),
  ],
  start: () => ({ "/to": "RU" }),
}
