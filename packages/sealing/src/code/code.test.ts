// 121 bits become thirteen words and come back; the published vectors hold in three languages.
import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codeFromBytes, encode, isCode, keyMaterial, LANGUAGES, loadAllWords, read, toBytes, toWords } from "./index.ts"

const lists = await loadAllWords()
const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })

interface Vector {
  readonly bytes: string
  readonly numbers: readonly number[]
  readonly words: Readonly<Record<"en" | "fr" | "ru", string>>
}
const vectors = JSON.parse(readFileSync(new URL("../../../../test-vectors/code/words.json", import.meta.url), "utf8")) as {
  readonly codes: readonly Vector[]
}

describe("a code", () => {
  it("keeps the first 121 bits of its bytes and nothing else", () => {
    fc.assert(
      fc.property(bytes, (drawn) => {
        const back = toBytes(codeFromBytes(drawn))
        expect(back).toEqual(keyMaterial(drawn))
        expect((back[15] as number) & 0x7f).toBe(0)
        expect(encode(back)).toEqual(codeFromBytes(drawn))
      }),
    )
  })

  it("is read back from its words in each language with nothing repaired", () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom(...LANGUAGES), (drawn, language) => {
        const code = codeFromBytes(drawn)
        expect(read(toWords(code, lists[language]).join(" "), lists)).toEqual({ ok: true, code, language, repaired: [] })
      }),
    )
  })

  it("is not made of stray bits, of other lengths or of numbers that fail the check", () => {
    expect(() => encode(new Uint8Array(16).fill(1))).toThrow(RangeError)
    expect(() => codeFromBytes(new Uint8Array(15))).toThrow(RangeError)
    expect(isCode([1, ...Array.from({ length: 12 }, () => 0)])).toBe(false)
    expect(() => toBytes([1, 2, 3])).toThrow(RangeError)
    expect(() => toWords([1, ...Array.from({ length: 12 }, () => 0)], lists.en)).toThrow(RangeError)
  })

  it("gives the published words", () => {
    expect(vectors.codes.length).toBeGreaterThan(5)
    for (const vector of vectors.codes) {
      const code = encode(Uint8Array.from(Buffer.from(vector.bytes, "hex")))
      expect(code).toEqual(vector.numbers)
      for (const language of LANGUAGES) {
        expect(toWords(code, lists[language]).join(" ")).toBe(vector.words[language])
        expect(read(vector.words[language], lists)).toMatchObject({ ok: true, code, language, repaired: [] })
      }
    }
  })
})
