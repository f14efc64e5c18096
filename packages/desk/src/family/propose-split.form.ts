// Some would go first: proposed with a reason, signed by a second member, agreed to by every adult concerned.
import { type CaseForm, field, many } from "../case/form/spec.ts"

export const proposeSplitForm: CaseForm<"propose-split"> = {
  does: "propose-split",
  signs: true,
  fields: [many("person", "/people", "goes"), field("long", "/reason", "reason", { hint: "reasons" })],
}
