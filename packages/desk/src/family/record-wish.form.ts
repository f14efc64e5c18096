// Whether a person wants to go, in that person's own words or as someone reports it.
import { type CaseForm, field, one, optional, person, pick } from "../case/form/spec.ts"

export const recordWishForm: CaseForm<"record-wish"> = {
  does: "record-wish",
  fields: [
    person,
    pick("/wish", "wish", "wish", ["go", "stay", "silent"]),
    pick("/how", "how", "wishHow", ["person", "guardian", "reported"]),
    one("split", "/agreesToSplit", "agreesToSplit", optional),
    field("long", "/note", "note", optional),
  ],
}
