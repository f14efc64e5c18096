// Where someone is held, since when, and who says so.
import { type CaseForm, field, optional, person, pick } from "../case/form/spec.ts"
import { typedToday } from "../case/form/values.ts"

export const recordCustodyForm: CaseForm<"record-custody"> = {
  does: "record-custody",
  fields: [
    person,
    pick("/where", "where", "where", ["detained", "free", "foster-care", "orr", "unknown"]),
    field("facility", "/facility", "facility", { optional: true, hint: "facility" }),
    field("when", "/since", "since", { hint: "time" }),
    field("when", "/confirmed", "confirmed", optional),
    pick("/how", "how", "how", ["locator", "counsel", "family", "call", "person"]),
  ],
  start: ({ now, zones }) => ({ "/where": "detained", "/confirmed": typedToday(now, zones.there) }),
}
