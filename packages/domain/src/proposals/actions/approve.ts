// The second signature under the frozen rows: by another member, and only while they are still what stands.
import * as v from "valibot"
import { touchMissing } from "../../decision/touch.ts"
import { samePerson } from "../../stream/action.ts"
import { Hash, Head } from "../../stream/line.ts"
import { action, addRow, beforeRelease, refusal } from "../action.ts"
import { pinnedPolicy, rowsDigest } from "../candidates.ts"

export const Approve = v.strictObject({ entry: Hash, saw: Head })
export type Approve = v.InferOutput<typeof Approve>

export const approve = action({
  does: "approve",
  v: 1,
  kind: "judgement",
  input: Approve,
  offer: beforeRelease,
  refuse: (state, input, ctx) => {
    const frozen = state.freezes.find((row) => row.made.hash === input.entry)
    if (frozen === undefined) return refusal("nothing-to-approve", "/entry")
    if (samePerson(ctx, frozen.made.by, ctx.by)) return refusal("same-member", "/entry")
    if (state.approvals.some((row) => row.entry === input.entry)) return refusal("already-approved", "/entry")
    if (touchMissing(pinnedPolicy(state, ctx), ctx.factor)) return refusal("touch-needed", "/entry")
    if (input.saw.seq < frozen.made.seq) return refusal("saw-too-early", "/saw")
    return frozen.digest === rowsDigest(state, ctx.sha256) ? null : refusal("rows-changed", "/entry")
  },
  apply: (state, input, ctx) => addRow(state, "approvals", input, ctx),
})
