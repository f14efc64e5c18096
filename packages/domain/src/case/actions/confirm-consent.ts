// A second member confirms a spoken consent that one member alone took: she has asked, and the person said it again. At night one pair of
// ears is enough to go to counsel and to court; within the clock of the paper another must have heard it, or it is taken anew.
import * as v from "valibot"
import { writtenBy } from "../../consent/satisfies.ts"
import { Id } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { consentsOf } from "../consents.ts"
import { words } from "../fields.ts"
import { pinnedPolicy } from "../pinned.ts"

export const ConfirmConsent = v.strictObject({ consent: Id, note: v.optional(words(2_000)) })
export type ConfirmConsent = v.InferOutput<typeof ConfirmConsent>

export const confirmConsent = action({
  does: "confirm-consent",
  v: 1,
  input: ConfirmConsent,
  refuse: (state, input, ctx) => {
    const row = state.consents.find((one) => one.id === input.consent)
    if (row === undefined) return refusal("unknown-consent", "/consent")
    if (row.consent.how !== "oral") return refusal("consent-not-spoken", "/consent")
    if (row.made.by === ctx.by) return refusal("consent-heard-by-you", "/consent")
    const standing = consentsOf(state, row.consent.person, ctx.at).find(({ id }) => id === input.consent)
    if (standing?.consent.withdrawn !== undefined) return refusal("already-withdrawn", "/consent")
    if (standing?.confirmed !== null) return refusal("consent-confirmed", "/consent")
    const policy = pinnedPolicy(state, ctx)
    if (policy === null) return refusal("policy-unknown")
    return ctx.at < writtenBy(row.consent, policy.consents) ? null : refusal("consent-written-overdue", "/consent")
  },
  apply: (state, input, ctx) => addRow({ ...state, consentsConfirmed: state.consentsConfirmed ?? [] }, "consentsConfirmed", input, ctx),
})
