// A member of the family unit. A case is one family, often one person.
import * as v from "valibot"
import { action, addRow, refusal } from "../action.ts"
import { PersonId, personFacts, Relation } from "../fields.ts"

export const AddPerson = v.strictObject({ person: PersonId, relation: Relation, ...personFacts })
export type AddPerson = v.InferOutput<typeof AddPerson>

export const addPerson = action({
  does: "add-person",
  v: 1,
  input: AddPerson,
  refuse: (state, input) => (state.people.some((row) => row.person === input.person) ? refusal("person-known", "/person") : null),
  apply: (state, input, ctx) => addRow(state, "people", input, ctx),
})
