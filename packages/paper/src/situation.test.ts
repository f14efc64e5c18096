// Counts for those who decide; nobody can be told from them.
import { expect, it } from "vitest"
import { FactsRefused } from "./facts.ts"
import { renderPdf } from "./pdf.ts"
import { sampleFonts as fonts } from "./testing/fonts.ts"
import { sampleSituation } from "./testing/facts.ts"
import { readPdf } from "./testing/read-pdf.ts"
import { type SituationFacts, situation } from "./situation.ts"
import { renderText } from "./text.ts"

it("a place with fewer than five people is not counted exactly", () => {
  const text = renderText(situation(sampleSituation("en")))
  expect(text).toContain("New Jersey\tfewer than 5")
  expect(text).toContain("Texas\t44")
})

it("takes no person", () => {
  expect(() => situation({ ...sampleSituation("en"), people: [] } as unknown as SituationFacts)).toThrow(FactsRefused)
})

it.each(["en", "fr"] as const)("fits one page in %s, with as much as it may hold", async (language) => {
  const facts = sampleSituation(language)
  const places = Array.from({ length: 6 }, (_, at) => ({ place: `Louisiana ${at}`, people: 10 + at }))
  const asks = Array.from({ length: 3 }, () => "That the public policy be signed before the next reported flight.")
  const read = await readPdf(await renderPdf(situation({ ...facts, places, asks }), { fonts, createdOn: facts.asOf }))
  expect(read.pages).toBe(1)
})
