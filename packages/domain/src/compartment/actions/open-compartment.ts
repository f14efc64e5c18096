// The first line of a compartment: beside which case it stands, and of what it is. Until then the stream could be anything.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { StreamId } from "../../stream/line.ts"
import { action, refusal } from "../action.ts"
import { compartments } from "../kind.ts"

export const OpenCompartment = v.strictObject({ case: StreamId, kind: v.picklist(compartments) })
export type OpenCompartment = v.InferOutput<typeof OpenCompartment>

export const openCompartment = action({
  does: "open-compartment",
  v: 1,
  input: OpenCompartment,
  offer: (state) => (state.opened === null ? null : refusal("already-opened")),
  apply: (state, input, ctx) => ({ ...state, opened: { ...input, made: madeOf(ctx) } }),
})
