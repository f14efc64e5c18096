// Arrived, by our transfer or by any other way.
import { type CaseForm, field, optional, person, pick } from "../case/form/spec.ts"
import { countries } from "../person/countries.ts"

export const recordArrivalForm: CaseForm<"record-arrival"> = {
  does: "record-arrival",
  fields: [
    person,
    field("when", "/at", "at"),
    pick("/country", "country", "country", countries),
    field("text", "/place", "place", optional),
    field("text", "/status", "status", optional),
  ],
  start: () => ({ "/country": "CA" }),
}
