// Who represents a person and for what: every running date asks who files.
import { type CaseForm, field, optional, person, pick } from "../case/form/spec.ts"

export const recordCounselForm: CaseForm<"record-counsel"> = {
  does: "record-counsel",
  fields: [
    person,
    field("text", "/name", "name"),
    pick("/for", "for", "counselFor", ["all", "trial", "appeal", "custody"]),
    field("long", "/contact", "contact", { optional: true, hint: "contact" }),
    field("day", "/since", "since", optional),
    field("day", "/until", "until", optional),
    field("tick", "/onlyThroughCounsel", "onlyThroughCounsel", optional),
  ],
}
