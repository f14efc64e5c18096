import { describe, expect, it } from "vitest"
import { words as en } from "./en.ts"
import { pages as enPages } from "./en.pages.ts"
import { words as fr } from "./fr.ts"
import { pages as frPages } from "./fr.pages.ts"
import { sentence } from "./index.ts"
import { words as ru } from "./ru.ts"
import { pages as ruPages } from "./ru.pages.ts"

/** Every text of a language; functions are given plain values. */
function texts(of: unknown): string[] {
  if (typeof of === "string") return [of]
  if (typeof of === "function") return texts((of as (...given: unknown[]) => unknown)(3, "а", "б"))
  return typeof of === "object" && of !== null ? Object.values(of).flatMap(texts) : []
}
const all = { en: [...texts(en), ...texts(enPages)], fr: [...texts(fr), ...texts(frPages)], ru: [...texts(ru), ...texts(ruPages)] }

describe("the portal's words", () => {
  it("never raise their voice", () =>
    expect(
      Object.values(all)
        .flat()
        .filter((text) => text.includes("!")),
    ).toEqual([]))
  it("say «вы» in lower case", () =>
    expect(all.ru.filter((text) => /[а-яё,] Вы?[а-яё]{0,2}\b/u.test(text) && /[а-яё,] (Вы|Вас|Вам|Ваш)/u.test(text))).toEqual([]))
  it("keep French signs with their word", () => expect(all.fr.filter((text) => /\S [?;:»]|« /u.test(text))).toEqual([]))
  it("never call the code a «пароль»: relatives say so for parole", () =>
    expect(all.ru.filter((text) => /парол/i.test(text) && /13 слов/.test(text) && !/не 13 слов/.test(text))).toEqual([]))
  it("promise no erasing: a person answers what can be destroyed and what may survive", () => {
    const promised =
      /erase everything\.|we (?:check|verify)[^.]*and erase|within 30 days|tout effacer|en 30 jours|вс[её] удалить|и удалим|за 30 дней/i
    expect(
      Object.values(all)
        .flat()
        .filter((text) => promised.test(text)),
    ).toEqual([])
    for (const [said, survives] of [
      [[en.mailbox.wishes.forget.text, ...texts(enPages.safety)], /person[^.]*may survive/],
      [[fr.mailbox.wishes.forget.text, ...texts(frPages.safety)], /personne[^.]*peut subsister/],
      [[ru.mailbox.wishes.forget.text, ...texts(ruPages.safety)], /[Чч]еловек[^.]*может остаться/],
    ] as const)
      expect(said.filter((text) => survives.test(text))).toHaveLength(2)
  })
  it("have the same refusals in each language", () => {
    expect(Object.keys(fr.refusals).sort()).toEqual(Object.keys(en.refusals).sort())
    expect(Object.keys(ru.refusals).sort()).toEqual(Object.keys(en.refusals).sort())
  })
  it("answer an unknown code with a sentence of its own, never with nothing", () => {
    expect(sentence(ru, { error: "toString" })).toBe(ru.refusals.other)
    expect(sentence(en, { error: "a-number-too-short", params: { digits: 5 } })).toContain("5")
  })
})
