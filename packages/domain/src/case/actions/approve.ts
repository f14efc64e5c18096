// The second signature: never by whoever proposed. Void if anything that was frozen was touched after what the signer saw, or after
// the proposal itself. Guards fix the mailboxes of everyone concerned, so that a withdrawal stored before is always seen first.
import * as v from "valibot"
import { touchMissing } from "../../decision/touch.ts"
import { samePerson } from "../../stream/action.ts"
import { Hash } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { approvable, asksConcerned } from "../approvable.ts"
import { Saw } from "../fields.ts"
import { pinnedPolicy } from "../pinned.ts"
import { firstTouch } from "../touched.ts"

export const Approve = v.strictObject({ entry: Hash, saw: Saw })
export type Approve = v.InferOutput<typeof Approve>

export const approve = action({
  does: "approve",
  v: 1,
  kind: "judgement",
  input: Approve,
  refuse: (state, input, ctx) => {
    const proposed = approvable(state, input.entry)
    if (proposed === null) return refusal("nothing-to-approve", "/entry")
    if (samePerson(ctx, proposed.row.made.by, ctx.by)) return refusal("same-member", "/entry")
    if (state.approvals.some((row) => row.entry === input.entry)) return refusal("already-approved", "/entry")
    if (touchMissing(pinnedPolicy(state, ctx), ctx.factor)) return refusal("touch-needed", "/entry")
    if (input.saw.seq < proposed.row.made.seq) return refusal("saw-too-early", "/saw")
    const touch = firstTouch(state, proposed)
    return touch === null ? null : refusal("changed-since", "/saw", { seq: touch.seq, does: touch.does })
  },
  guards: (state, input) => asksConcerned(state, input.entry),
  apply: (state, input, ctx) => addRow(state, "approvals", input, ctx),
})
