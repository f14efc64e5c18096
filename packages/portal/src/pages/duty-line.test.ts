// The line on the first page, in three languages and another zone.
import { pages as en } from "@safe-conduct/words/portal/en.pages.ts"
import { pages as fr } from "@safe-conduct/words/portal/fr.pages.ts"
import { pages as ru } from "@safe-conduct/words/portal/ru.pages.ts"
import { expect, test } from "vitest"
import { dutySentence } from "./duty-line.ts"

const now = Date.UTC(2026, 10, 23, 3)
const minute = (day: number, hour: number) => Date.UTC(2026, 10, day, hour) / 60_000
const say = ({ home }: { readonly home: typeof en.home | typeof ru.home }) => ({
  until: home.dutyUntil,
  from: home.dutyFrom,
  nobody: home.dutyNobody,
})
const line = (words: Parameters<typeof say>[0], language: string, told: { until: number | null; from: number | null }) =>
  dutySentence(told, say(words), language, now, "America/Denver")

test("says until when somebody is there, by the reader's clock", () => {
  // 20:00 in Denver; until 06:00 UTC is 23:00 there, the same day.
  expect(line(en, "en", { until: minute(23, 6), from: null })).toBe(en.home.dutyUntil.replace("{time}", "23:00"))
  expect(line(ru, "ru", { until: minute(23, 6), from: null })).toBe(ru.home.dutyUntil.replace("{time}", "23:00"))
})
test("says from when, with the day where it is another, and what to do meanwhile", () => {
  const told = line(en, "en", { until: null, from: minute(24, 16) })
  expect(told).toContain("Tuesday")
  expect(told).toContain("09:00")
  for (const [words, language] of [
    [en, "en"],
    [fr as never as typeof en, "fr"],
    [ru as never as typeof en, "ru"],
  ] as const)
    expect(line(words, language, { until: null, from: minute(24, 16) })).not.toContain("{")
})
test("where nothing is known it names no hour", () => {
  expect(line(en, "en", { until: null, from: null })).toBe(en.home.dutyNobody)
  expect(en.home.dutyNobody).not.toMatch(/\d|\{/)
})
