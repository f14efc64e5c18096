// One thing that a person did and that can be shown to have happened. A core claim carries the standard; the others support it.
import * as v from "valibot"
import { PartialDate } from "../../person/index.ts"
import { ActivityKind } from "../../request/step.ts"
import { Id } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { PersonId, Short, Text } from "../fields.ts"
import { unknownPerson } from "../find.ts"

export const StateClaim = v.strictObject({
  claim: Id,
  person: PersonId,
  kind: ActivityKind,
  what: Text,
  when: v.optional(PartialDate),
  where: v.optional(Short),
  core: v.optional(v.boolean(), false),
})
export type StateClaim = v.InferOutput<typeof StateClaim>

export const stateClaim = action({
  does: "state-claim",
  v: 1,
  input: StateClaim,
  refuse: (state, input) =>
    state.claims.some((row) => row.claim === input.claim) ? refusal("claim-known", "/claim") : unknownPerson(state, input.person),
  apply: (state, input, ctx) => addRow(state, "claims", input, ctx),
})
