// What people really type still opens the mailbox, every repair is shown, and what cannot be known is named.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codeFromBytes, LANGUAGES, loadAllWords, read, toWords } from "./index.ts"
import { fold } from "./letters.ts"

const lists = await loadAllWords()
const drawn = fc.uint8Array({ minLength: 16, maxLength: 16 })
const language = fc.constantFrom(...LANGUAGES)
const written = fc
  .record({ code: drawn.map((bytes) => codeFromBytes(bytes)), language })
  .map(({ code, language }) => ({ code, language, words: toWords(code, lists[language]) }))
const place = fc.integer({ min: 0, max: 12 })

const same = (text: string, code: readonly number[], language: string) =>
  expect(read(text, lists)).toEqual({ ok: true, code, language, repaired: [] })

describe("a code is accepted as it stands", () => {
  it("by the first four letters, in any case, with numbers, signs and spaces between", () => {
    fc.assert(
      fc.property(written, ({ code, language, words }) => {
        same(words.map((word) => [...word].slice(0, 4).join("")).join(" "), code, language)
        same(words.map((word, i) => `${i + 1}. ${word.toUpperCase()},`).join("\n"), code, language)
        same(`  «${words.join(" — ")}».  `, code, language)
      }),
    )
  })

  it("composed or decomposed, without accents, with ё for е", () => {
    fc.assert(
      fc.property(written, ({ code, language, words }) => {
        same(words.join(" ").normalize("NFD"), code, language)
        same(words.map(fold).join(" "), code, language)
        if (language === "ru") same(words.join(" ").replaceAll("е", "ё"), code, language)
      }),
    )
  })

  it("typed with the keyboard set to the other alphabet", () => {
    const ru = "йцукенгшщзхъфывапролджэячсмитьбю"
    const en = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
    const retype = (text: string, from: string, to: string) =>
      [...text].map((key) => (from.includes(key) ? (to[from.indexOf(key)] as string) : key)).join("")
    fc.assert(
      fc.property(drawn, (bytes) => {
        const code = codeFromBytes(bytes)
        same(retype(toWords(code, lists.ru).join(" "), ru, en), code, "ru")
        same(retype(toWords(code, lists.en).join(" "), en, ru), code, "en")
      }),
    )
  })
})

describe("a repair is made and shown", () => {
  it("of one word replaced by another of the list", () => {
    fc.assert(
      fc.property(written, place, fc.integer({ min: 1, max: 2047 }), ({ code, language, words }, index, by) => {
        const typed = lists[language][(code[index] as number) ^ by] as string
        expect(read(words.with(index, typed).join(" "), lists)).toEqual({
          ok: true,
          code,
          language,
          repaired: [{ index, typed, word: words[index], how: "wrong" }],
        })
      }),
    )
  })

  it("of one misspelt word, whatever was typed", () => {
    fc.assert(
      fc.property(written, place, fc.nat(), ({ code, language, words }, index, at) => {
        const word = words[index] as string
        const typed = word.slice(0, at % word.length) + word.slice((at % word.length) + 1)
        const result = read(words.with(index, typed).join(" "), lists)
        expect(result).toMatchObject({ ok: true, code, language })
        if (result.ok) expect(result.repaired.every((repair) => repair.index === index && repair.word === word)).toBe(true)
      }),
    )
    const code = codeFromBytes(new Uint8Array(16).fill(37))
    const words = toWords(code, lists.en)
    expect(read(words.with(3, "xxyyzz").join(" "), lists)).toMatchObject({
      ok: true,
      code,
      repaired: [{ index: 3, typed: "xxyyzz", word: words[3], how: "wrong" }],
    })
  })

  it("of two missing words, marked by ? or …", () => {
    fc.assert(
      fc.property(written, place, place, ({ code, language, words }, p, q) => {
        const repaired = [...new Set([p, q])]
          .sort((a, b) => a - b)
          .map((index) => ({ index, typed: "", word: words[index], how: "missing" }))
        expect(read(words.with(p, "?").with(q, "…").join(" "), lists)).toEqual({ ok: true, code, language, repaired })
      }),
    )
  })

  it("of two neighbours in each other's place", () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 0, max: 11 }), ({ code, language, words }, at) => {
        fc.pre(code[at] !== code[at + 1])
        const [a, b] = [words[at] as string, words[at + 1] as string]
        const repaired = [
          { index: at, typed: b, word: a, how: "swapped" },
          { index: at + 1, typed: a, word: b, how: "swapped" },
        ]
        expect(
          read(
            words
              .with(at, b)
              .with(at + 1, a)
              .join(" "),
            lists,
          ),
        ).toEqual({ ok: true, code, language, repaired })
      }),
    )
  })

  it("of one word left out without a mark, or the text is refused by its count: never another code", () => {
    let found = 0
    fc.assert(
      fc.property(written, place, ({ code, words }, at) => {
        const result = read(words.toSpliced(at, 1).join(" "), lists)
        if (result.ok) {
          found++
          expect(result.code).toEqual(code)
          expect(result.repaired).toHaveLength(1)
        } else expect(result.params).toMatchObject({ reason: "count", count: 12 })
      }),
    )
    expect(found).toBeGreaterThan(90)
  })

  it("in well under ten milliseconds", () => {
    const words = toWords(codeFromBytes(Uint8Array.from({ length: 16 }, (_, i) => i * 15)), lists.ru)
    const text = words.with(5, "абвгд").join(" ")
    read(text, lists)
    const start = performance.now()
    for (let i = 0; i < 20; i++) read(text, lists)
    expect((performance.now() - start) / 20).toBeLessThan(10)
  })
})

describe("what cannot be known is said", () => {
  const code = codeFromBytes(Uint8Array.from({ length: 16 }, (_, i) => i * 11 + 3))
  const words = toWords(code, lists.en)

  it("two words that are not in the list are named", () => {
    const result = read(words.with(3, "qqqqqq").with(8, "zzzzzz").join(" "), lists)
    expect(result).toMatchObject({
      ok: false,
      error: "bad-code",
      message: "word 4 and word 9 are not in the list",
      params: { reason: "unknown", language: "en" },
    })
    if (!result.ok)
      expect(result.params.unknown).toEqual([
        { index: 3, typed: "qqqqqq" },
        { index: 8, typed: "zzzzzz" },
      ])
  })

  it("three missing words are named, and a strange word beside a missing one is not guessed", () => {
    expect(read(words.with(0, "?").with(1, "?").with(2, "?").join(" "), lists)).toMatchObject({
      ok: false,
      params: { reason: "missing", missing: [0, 1, 2] },
    })
    expect(read(words.with(0, "?").with(4, "qqqqqq").join(" "), lists)).toMatchObject({ ok: false, message: "word 5 is not in the list" })
  })

  it("too few or too many words are counted", () => {
    expect(read("", lists)).toMatchObject({ ok: false, params: { reason: "count", count: 0, language: null } })
    expect(read(words.slice(0, 9).join(" "), lists)).toMatchObject({ ok: false, params: { reason: "count", count: 9 } })
    expect(read([...words, "?"].join(" "), lists)).toMatchObject({ ok: false, params: { reason: "count", count: 14 } })
  })

  it("two wrong words are never accepted in silence", () => {
    fc.assert(
      fc.property(
        written,
        place,
        place,
        fc.integer({ min: 1, max: 2047 }),
        fc.integer({ min: 1, max: 2047 }),
        ({ code, language, words }, p, q, a, b) => {
          fc.pre(p !== q)
          const list = lists[language]
          const text = words
            .with(p, list[(code[p] as number) ^ a] as string)
            .with(q, list[(code[q] as number) ^ b] as string)
            .join(" ")
          const result = read(text, lists)
          if (result.ok) expect(result.repaired.length).toBeGreaterThan(0)
          else expect(result.params.reason).toBe("wrong")
        },
      ),
      { numRuns: 2000 },
    )
  })

  it("the language is that of the whole code: a word of another list is a wrong word", () => {
    const mixed = words.with(6, lists.fr[77] as string)
    expect(read(mixed.join(" "), lists)).toMatchObject({ ok: true, code, language: "en", repaired: [{ index: 6, word: words[6] }] })
  })

  it("no text makes it throw", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => void read(text, lists)))
    const pieces = fc.array(fc.constantFrom(...lists.en.slice(0, 40), ...lists.ru.slice(0, 40), "?", "…", "1.", "abandn", "ghbdtn"), {
      maxLength: 20,
    })
    fc.assert(fc.property(pieces, (some) => void read(some.join(" "), lists)))
  })
})
