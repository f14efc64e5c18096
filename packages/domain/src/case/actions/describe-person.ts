// More, or better, about a person: what is said later stands, what was said before stays in the history.
import * as v from "valibot"
import { action, addRow } from "../action.ts"
import { PersonId, personFacts, Relation } from "../fields.ts"
import { unknownPerson } from "../find.ts"

export const DescribePerson = v.strictObject({
  person: PersonId,
  ...personFacts,
  names: v.optional(personFacts.names),
  relation: v.optional(Relation),
})
export type DescribePerson = v.InferOutput<typeof DescribePerson>

export const describePerson = action({
  does: "describe-person",
  v: 1,
  input: DescribePerson,
  refuse: (state, input) => unknownPerson(state, input.person),
  apply: (state, input, ctx) => addRow(state, "descriptions", input, ctx),
})
