// A consent as it was given: whose, for what, by whom, how. What someone else says for an adult is kept as reported.
import * as v from "valibot"
import { Consent } from "../../consent/consent.ts"
import { Id } from "../../stream/line.ts"
import { action, addRow, refusal } from "../action.ts"
import { MessageRef } from "../fields.ts"
import { unknownPerson } from "../find.ts"

export const GiveConsent = v.strictObject({ id: Id, consent: Consent, source: v.optional(MessageRef) })
export type GiveConsent = v.InferOutput<typeof GiveConsent>

export const giveConsent = action({
  does: "give-consent",
  v: 1,
  input: GiveConsent,
  refuse: (state, input) =>
    state.consents.some((row) => row.id === input.id)
      ? refusal("consent-known", "/id")
      : input.consent.withdrawn !== undefined
        ? refusal("withdrawn-when-given", "/consent/withdrawn")
        : unknownPerson(state, input.consent.person, "/consent/person"),
  apply: (state, input, ctx) => addRow(state, "consents", input, ctx),
})
