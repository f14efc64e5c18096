// The card shows thirteen words and whose they are to nobody.
import { expect, it } from "vitest"
import { type CodeCardFacts, codeCard } from "./code-card.ts"
import { FactsRefused } from "./facts.ts"
import { sampleCodeCard } from "./testing/facts.ts"
import { renderText } from "./text.ts"

it.each(["en", "fr", "ru"] as const)("in %s it numbers thirteen words", (language) => {
  const facts = sampleCodeCard(language)
  const text = renderText(codeCard(facts))
  for (const [at, word] of facts.words.entries()) expect(text).toMatch(new RegExp(`^ ?${at + 1}  ${word}$`, "m"))
})

it("has no place for a name, and takes thirteen words or none", () => {
  const facts = sampleCodeCard("en")
  expect(() => codeCard({ ...facts, name: "Zlata" } as CodeCardFacts)).toThrow(FactsRefused)
  expect(() => codeCard({ ...facts, words: facts.words.slice(1) })).toThrow(FactsRefused)
})

it("its ornament and its title do not depend on the words", () => {
  const facts = sampleCodeCard("en")
  const [one, other] = [codeCard(facts), codeCard({ ...facts, words: facts.words.toReversed() })]
  expect([one.guilloche, one.title, one.running]).toEqual([other.guilloche, other.title, other.running])
})

it("never calls the words a password in Russian, where relatives use that word for parole", () => {
  expect(renderText(codeCard(sampleCodeCard("ru")))).not.toMatch(/парол/i)
})
