// What two members can conclude about one person, and in whose name. Only in force is it a decision; until then a finding.
import * as v from "valibot"

export const decisionKinds = ["finding", "decision"] as const
export const DecisionKind = v.picklist(decisionKinds)
export type DecisionKind = (typeof decisionKinds)[number]

export const decisionOutcomes = ["met", "not-met", "deferred"] as const
export const DecisionOutcome = v.picklist(decisionOutcomes)
export type DecisionOutcome = (typeof decisionOutcomes)[number]

const text = v.pipe(v.string(), v.trim(), v.minLength(1, "reason-missing"), v.maxLength(20_000, "too-long"))
/** Written reasons: English always, French and a Russian summary beside it. */
export const Reasons = v.strictObject({ en: text, fr: v.optional(text), ru: v.optional(text) })
export type Reasons = v.InferOutput<typeof Reasons>
