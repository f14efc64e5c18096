// Who holds a child and what is on paper: a court's order, the agency's word, the other parent's declaration.
import * as v from "valibot"
import { action, addRow } from "../action.ts"
import { PersonId, words } from "../fields.ts"
import { unknownPerson } from "../find.ts"

export const RecordGuardianship = v.strictObject({
  person: PersonId,
  holder: v.picklist(["with-family", "other-parent", "court", "placement-agency", "orr", "unknown"]),
  courtOrder: v.boolean(),
  agencyAgrees: v.boolean(),
  otherParent: v.picklist(["declared", "deceased", "travels", "no-other-parent", "refuses", "silent"]),
  bestInterests: v.optional(v.picklist(["none", "assessed", "determined"])),
  note: v.optional(words(4_000)),
})
export type RecordGuardianship = v.InferOutput<typeof RecordGuardianship>

export const recordGuardianship = action({
  does: "record-guardianship",
  v: 1,
  input: RecordGuardianship,
  refuse: (state, input) => unknownPerson(state, input.person),
  apply: (state, input, ctx) => addRow(state, "guardianships", input, ctx),
})
