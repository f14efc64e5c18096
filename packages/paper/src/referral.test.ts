// What may go to Canada: identity, family, urgency, the finding in two sentences, consents. Nothing else has a key.
import { expect, it } from "vitest"
import { FactsRefused } from "./facts.ts"
import { wordOfDecision } from "./forbidden-words.ts"
import { type ReferralFacts, referral } from "./referral.ts"
import { sampleReferral } from "./testing/facts.ts"
import { renderText } from "./text.ts"
import { stateWordsOf } from "./words/state.ts"

const at = (facts: unknown) => {
  try {
    referral(facts as ReferralFacts)
    return null
  } catch (error) {
    return error instanceof FactsRefused ? error.at : "bug"
  }
}

it.each(["en", "fr"] as const)("in %s it is a request that says so first", (language) => {
  const { notDecision } = stateWordsOf(language).referral
  const text = renderText(referral(sampleReferral(language)))
  expect(text.startsWith(notDecision)).toBe(true)
  expect(wordOfDecision(text.replaceAll(notDecision, ""))).toBeNull()
})

it.each(["story", "vouchers", "evidence", "relativesInRussia", "medical", "counselNotes", "affiliations"])(
  "a person's %s is refused",
  (key) => {
    const facts = sampleReferral("en")
    expect(at({ ...facts, people: [{ ...facts.people[0], [key]: "secret" }] })).toBe(`/people/0/${key}`)
  },
)

it("a person without a consent cannot be written down", () => {
  const facts = sampleReferral("en")
  const { consent: _, ...unasked } = facts.people[1] as ReferralFacts["people"][number]
  expect(at({ ...facts, people: [facts.people[0], unasked] })).toBe("/people/1/consent")
})

it("a finding is told in two sentences, not three", () => {
  const facts = sampleReferral("en")
  const [person] = facts.people
  const finding = { ...person?.finding, sentences: ["One.", "Two.", "Three."] }
  expect(at({ ...facts, people: [{ ...person, finding }] })).toBe("/people/0/finding/sentences")
})

it("a finding's sentence may speak of a decision only while the instrument is in force", () => {
  const facts = sampleReferral("en")
  const [person] = facts.people
  const people = [{ ...person, finding: { number: "D-1", on: "2027-02-01", sentences: ["Protection was granted."] } }]
  expect(at({ ...facts, people })).toBe("/people/0/finding/sentences/0")
  expect(at({ ...facts, people, instrument: { state: "IN_FORCE", reference: "PP-1" } })).toBeNull()
})
