// A decision is printed only while the instrument is in force.
import { describe, expect, it } from "vitest"
import { type DecisionFacts, decision } from "./decision.ts"
import { FactsRefused } from "./facts.ts"
import { sampleDecision, sampleFinding } from "./testing/facts.ts"
import { renderText } from "./text.ts"
import { wordsOf } from "./words/index.ts"

describe.each(["en", "fr", "ru"] as const)("a decision in %s", (language) => {
  it("says its outcome, under what it was made, its reasons, and no disclaimer", () => {
    const facts = sampleDecision(language)
    const text = renderText(decision(facts))
    for (const part of [wordsOf(language).decision.outcome.favourable, facts.authority.name, facts.authority.reference, ...facts.reasons])
      expect(text).toContain(part)
    expect(text).not.toContain(wordsOf(language).finding.disclaimer)
  })

  it("does not speak of granting when it does not grant", () => {
    const { outcome } = wordsOf(language).decision
    for (const other of ["unfavourable", "deferred"] as const) {
      const text = renderText(decision({ ...sampleDecision(language), outcome: other }))
      expect(text).toContain(outcome[other])
      expect(text).not.toContain(outcome.favourable)
    }
  })
})

it.each(["NONE", "DRAFT", "SIGNED", "SUSPENDED", "EXPIRED", undefined])("an instrument that is %s makes no decision", (instrument) => {
  expect(() => decision({ ...sampleDecision("en"), instrument } as unknown as DecisionFacts)).toThrow(FactsRefused)
})

it("the facts of a finding are not the facts of a decision", () => {
  // @ts-expect-error a finding has no authority, no outcome and another instrument
  const facts: DecisionFacts = sampleFinding("en")
  expect(() => decision(facts)).toThrow(FactsRefused)
})
