// What followed a removal or an arrival, as it was told.
import { type CaseForm, field, person } from "../case/form/spec.ts"

export const recordAftermathForm: CaseForm<"record-aftermath"> = {
  does: "record-aftermath",
  fields: [person, field("day", "/on", "on"), field("long", "/what", "text")],
}
