// Who holds a child and what is on paper.
import { type CaseForm, field, optional, person, pick } from "../case/form/spec.ts"

export const recordGuardianshipForm: CaseForm<"record-guardianship"> = {
  does: "record-guardianship",
  fields: [
    person,
    pick("/holder", "holder", "holder", ["with-family", "other-parent", "court", "placement-agency", "orr", "unknown"]),
    field("tick", "/courtOrder", "courtOrder"),
    field("tick", "/agencyAgrees", "agencyAgrees"),
    pick("/otherParent", "otherParent", "otherParent", ["declared", "deceased", "travels", "no-other-parent", "refuses", "silent"]),
    pick("/bestInterests", "bestInterests", "bestInterests", ["none", "assessed", "determined"], optional),
    field("long", "/note", "note", optional),
  ],
}
