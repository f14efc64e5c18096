// One scope, one person, one answer.
import { expect, it } from "vitest"
import { consentForm } from "./consent-form.ts"
import { consentScopes } from "./consent-scope.ts"
import { sampleConsent } from "./testing/facts.ts"
import { renderText } from "./text.ts"
import { wordsOf } from "./words/index.ts"

it("there is no scope for sharing with Russia", () => {
  expect(consentScopes.filter((scope) => /RUSSIA|\bRU\b/.test(scope))).toEqual([])
})

it.each(consentScopes)("%s asks its own question in three languages and offers a no beside the yes", (scope) => {
  for (const language of ["en", "fr", "ru"] as const) {
    const { consent } = wordsOf(language)
    const text = renderText(consentForm({ ...sampleConsent(language), scope }))
    expect(text).toContain(consent.scope[scope].says)
    for (const mind of consent.scope[scope].mind) expect(text).toContain(mind)
    expect(text).toContain(`[ ] ${consent.yes}\n[ ] ${consent.no}`)
    for (const other of consentScopes) if (other !== scope) expect(text).not.toContain(consent.scope[other].says)
  }
})

it("a transfer tells what leaving does in law", () => {
  const text = renderText(consentForm({ ...sampleConsent("en"), scope: "TRANSFER_LEGAL_EFFECTS" }))
  for (const part of [
    "appeal to the Board is treated as withdrawn",
    "asylum application that is still open is treated as abandoned",
    "counts as removal",
  ])
    expect(text).toContain(part)
})

it("a child's form has guardian and assent, an adult's has the person alone", () => {
  const { sign } = wordsOf("en").consent
  const [adult, child] = [renderText(consentForm(sampleConsent("en"))), renderText(consentForm({ ...sampleConsent("en"), child: true }))]
  expect([adult.includes(sign.person), adult.includes(sign.guardian)]).toEqual([true, false])
  expect([child.includes(sign.guardian), child.includes(sign.assent), child.includes(sign.person)]).toEqual([true, true, false])
})
