// That a compartment stands beside this case, of what it is, and who is on it: all that the others who work here ever see of it. Said
// anew whenever its roster changes; the last one holds. Who really reads it is what the compartment's own signed roster says.
import * as v from "valibot"
import { compartments } from "../../compartment/kind.ts"
import { madeOf } from "../../stream/action.ts"
import { StreamId } from "../../stream/line.ts"
import { action, onceOpened, refusal } from "../action.ts"
import { compartmentsOf } from "../views/compartments.ts"

export const NameCompartment = v.strictObject({
  compartment: StreamId,
  kind: v.picklist(compartments),
  members: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(64))), v.minLength(1, "missing"), v.maxLength(200, "too-many")),
})
export type NameCompartment = v.InferOutput<typeof NameCompartment>

export const nameCompartment = action({
  does: "name-compartment",
  v: 1,
  input: NameCompartment,
  // Somebody is taken off a roster in a closed case too.
  offer: onceOpened,
  refuse: (state, input) =>
    compartmentsOf(state).some((one) => (one.compartment === input.compartment) !== (one.kind === input.kind))
      ? refusal("compartment-known", "/kind")
      : null,
  apply: (state, input, ctx) => ({ ...state, compartments: [...(state.compartments ?? []), { ...input, made: madeOf(ctx) }] }),
})
