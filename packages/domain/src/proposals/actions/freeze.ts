// One member says: these rows, exactly, are what should leave. The digest is of what stands; another must approve it.
import * as v from "valibot"
import { Hash, Head } from "../../stream/line.ts"
import { action, addRow, beforeRelease, refusal } from "../action.ts"
import { candidatesOf, rowsDigest } from "../candidates.ts"

export const Freeze = v.strictObject({ digest: Hash, saw: Head })
export type Freeze = v.InferOutput<typeof Freeze>

export const freeze = action({
  does: "freeze",
  v: 1,
  kind: "judgement",
  input: Freeze,
  offer: (state) => beforeRelease(state) ?? (candidatesOf(state).length === 0 ? refusal("no-candidates") : null),
  refuse: (state, input, ctx) => (input.digest === rowsDigest(state, ctx.sha256) ? null : refusal("rows-changed", "/digest")),
  apply: (state, input, ctx) => addRow(state, "freezes", input, ctx),
})
