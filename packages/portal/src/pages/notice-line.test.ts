// The notice on the first page, in three languages.
import { pages as en } from "@safe-conduct/words/portal/en.pages.ts"
import { pages as fr } from "@safe-conduct/words/portal/fr.pages.ts"
import { pages as ru } from "@safe-conduct/words/portal/ru.pages.ts"
import { expect, test } from "vitest"
import { noticeLines } from "./notice-line.ts"

const notice = { what: "notice", on: "2026-11-23", until: "2026-12-01", text: { en: "One.\n\nTwo.", fr: "Un.", ru: "Раз." } } as const

test.each([
  ["en", en.home.saidBy, ["One.", "Two."], "23 November", "1 December"],
  ["fr", fr.home.saidBy, ["Un."], "23 novembre", "1 décembre"],
  ["ru", ru.home.saidBy, ["Раз."], "23 ноября", "1 декабря"],
] as const)("in %s it has its paragraphs, who said it and both days", (language, sentence, paragraphs, on, until) => {
  const lines = noticeLines(notice, sentence, language)
  expect(lines.paragraphs).toEqual(paragraphs)
  expect(lines.by).toContain(on)
  expect(lines.by).toContain(until)
  expect(lines.by).not.toContain("{")
})
