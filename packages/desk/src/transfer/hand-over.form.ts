// The moment at a border or a flight.
import { type CaseForm, field, one, optional, person } from "../case/form/spec.ts"

export const handOverForm: CaseForm<"hand-over"> = {
  does: "hand-over",
  fields: [
    person,
    one("transfer", "/transfer", "transfer"),
    field("when", "/at", "at"),
    field("text", "/place", "place"),
    field("text", "/receivedBy", "receivedBy"),
    field("lines", "/documents", "documents", optional),
    field("tick", "/identityChecked", "identityChecked"),
    field("long", "/condition", "condition", optional),
  ],
}
