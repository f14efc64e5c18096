// A letter no longer holds, or another replaces it: proposed here, in force when a second member signs.
import { type CaseForm, field, one, optional } from "../case/form/spec.ts"

export const withdrawLetterForm: CaseForm<"withdraw-letter"> = {
  does: "withdraw-letter",
  signs: true,
  fields: [
    one("letter", "/number", "letter"),
    field("long", "/why", "why", { hint: "reasons" }),
    one("letter", "/replacedBy", "replacedBy", optional),
  ],
}
