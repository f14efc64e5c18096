// The second signature: never by whoever proposed it, and only while nothing else was signed about the same thing meanwhile. From here
// on every date is worked out anew, and the owners of the cases whose dates move are told until they have read it.
import * as v from "valibot"
import { subjectOf } from "../../overlay/change.ts"
import { madeOf, samePerson } from "../../stream/action.ts"
import { Hash, Head } from "../../stream/line.ts"
import { action, refusal } from "../action.ts"
import { signedChanges } from "../law.ts"

export const ApproveLawChange = v.strictObject({ entry: Hash, saw: Head })
export type ApproveLawChange = v.InferOutput<typeof ApproveLawChange>

export const approveLawChange = action({
  does: "approve-law-change",
  v: 1,
  kind: "judgement",
  input: ApproveLawChange,
  refuse: (state, input, ctx) => {
    const proposed = state.lawChanges?.find((row) => row.made.hash === input.entry)
    if (proposed === undefined) return refusal("nothing-to-approve", "/entry")
    if (samePerson(ctx, proposed.made.by, ctx.by)) return refusal("same-member", "/entry")
    if (state.lawApprovals?.some((row) => row.entry === input.entry)) return refusal("already-approved", "/entry")
    if (input.saw.seq < proposed.made.seq) return refusal("saw-too-early", "/saw")
    const since = signedChanges(state).find(
      (one) => one.approved.made.seq > proposed.made.seq && subjectOf(one.proposed.change) === subjectOf(proposed.change),
    )
    return since === undefined ? null : refusal("changed-since", "/entry")
  },
  apply: (state, input, ctx) => {
    const made = madeOf(ctx)
    const change = state.lawChanges?.find((row) => row.made.hash === input.entry)?.change
    const signed = { ...state, lawApprovals: [...(state.lawApprovals ?? []), { ...input, made }] }
    // A notice is a notice and a week of duty is one, whoever signed it: both stand where every reader looks for them.
    if (change?.what === "duty-hours") {
      const { timeZone, lines } = change
      return { ...signed, rotas: [...(state.rotas ?? []), { timeZone, lines, made }] }
    }
    if (change?.what !== "notice") return signed
    const { where, text, until } = change
    return { ...signed, notices: [...state.notices, { where, text, ...(until === undefined ? {} : { until }), made }] }
  },
})
