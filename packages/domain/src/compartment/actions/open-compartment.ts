// The first line of a compartment: beside which case it stands, and of what it is. Until then the stream could be anything. It counts only
// from somebody whose role it is, and for readers who may be on one.
import * as v from "valibot"
import { madeOf } from "../../stream/action.ts"
import { StreamId } from "../../stream/line.ts"
import { action, refusal } from "../action.ts"
import { compartments } from "../kind.ts"
import { openerRefusal, readerRefusal } from "../readers.ts"

export const OpenCompartment = v.strictObject({ case: StreamId, kind: v.picklist(compartments) })
export type OpenCompartment = v.InferOutput<typeof OpenCompartment>

export const openCompartment = action({
  does: "open-compartment",
  v: 1,
  input: OpenCompartment,
  offer: (state) => (state.opened === null ? null : refusal("already-opened")),
  refuse: (_state, { kind }, ctx) => openerRefusal(ctx, kind) ?? readerRefusal(ctx),
  apply: (state, input, ctx) => ({ ...state, opened: { ...input, made: madeOf(ctx) } }),
})
