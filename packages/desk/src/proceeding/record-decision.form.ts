// What a government answered about a person, as it was told to us.
import { type CaseForm, field, one, optional, person, pick } from "../case/form/spec.ts"

export const recordDecisionForm: CaseForm<"record-decision"> = {
  does: "record-decision",
  fields: [
    person,
    pick("/government", "government", "government", ["CA", "US"]),
    field("text", "/reference", "reference"),
    field("long", "/outcome", "outcome"),
    field("day", "/on", "on"),
    one("file", "/file", "file", optional),
  ],
}
