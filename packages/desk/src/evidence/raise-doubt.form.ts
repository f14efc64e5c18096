// A doubt about a claim, an item or a reading: it stands until somebody answers it.
import { type CaseForm, field, one, optional } from "../case/form/spec.ts"

export const raiseDoubtForm: CaseForm<"raise-doubt"> = {
  does: "raise-doubt",
  fields: [
    one("claim", "/claim", "claim"),
    one("evidence", "/evidence", "evidence", optional),
    one("member", "/reader", "reader", optional),
    field("long", "/text", "text"),
  ],
  fixed: ({ newId }) => ({ "/doubt": newId() }),
}
