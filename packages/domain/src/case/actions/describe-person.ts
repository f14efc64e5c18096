// More, or better, about a person: what is said later stands, what was said before stays in the history.
import * as v from "valibot"
import { action, addRow, refusal } from "../action.ts"
import { codeWishOf, confirmationOf } from "../code.ts"
import { MessageRef, PersonId, personFacts, Relation } from "../fields.ts"
import { unknownPerson } from "../find.ts"

export const DescribePerson = v.strictObject({
  person: PersonId,
  ...personFacts,
  names: v.optional(personFacts.names),
  relation: v.optional(Relation),
  /** The message that asked for it: what came by code must have been confirmed. */
  source: v.optional(MessageRef),
})
export type DescribePerson = v.InferOutput<typeof DescribePerson>

export const describePerson = action({
  does: "describe-person",
  v: 1,
  input: DescribePerson,
  refuse: (state, { person, source }) =>
    source !== undefined && codeWishOf(state, source) !== null && confirmationOf(state, source) === null
      ? refusal("not-confirmed", "/source")
      : unknownPerson(state, person),
  apply: (state, input, ctx) => addRow(state, "descriptions", input, ctx),
})
