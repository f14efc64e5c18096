// The answer to a doubt, with its reason.
import { type CaseForm, field, one } from "../case/form/spec.ts"

export const closeDoubtForm: CaseForm<"close-doubt"> = {
  does: "close-doubt",
  fields: [one("doubt", "/doubt", "doubt"), field("long", "/reason", "reason", { hint: "reasons" })],
}
