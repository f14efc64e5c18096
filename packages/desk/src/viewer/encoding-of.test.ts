// A letter saved years ago reads as it was written.
import { describe, expect, test } from "vitest"
import { encodingOf, visible } from "./encoding-of.ts"

const letter = "Здравствуйте. Меня задержали 14 марта, суд назначен на вторник, адвоката у меня нет. ИВАН ПЕТРОВ, Луизиана."

/** Encodes by turning the decoder of the platform round. */
function encode(text: string, encoding: string): Uint8Array {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
  const table = [...new TextDecoder(encoding).decode(bytes)]
  return Uint8Array.from([...text].map((letter) => table.indexOf(letter)))
}

describe("the encoding of a text", () => {
  test.each(["windows-1251", "koi8-r"])("in Russian is %s where that reads as words", (encoding) => {
    expect(encodingOf(encode(letter, encoding))).toBe(encoding)
    expect(encodingOf(encode("СПРАВКА", encoding))).toBe(encoding)
    expect(encodingOf(encode("Да, Pine Prairie, A 087-654-321, да", encoding))).toBe(encoding)
  })
  test("is UTF-8 where it is valid, with or without Russian", () => {
    expect(encodingOf(new TextEncoder().encode(letter))).toBe("utf-8")
    expect(encodingOf(new TextEncoder().encode("plain"))).toBe("utf-8")
  })
  test("is UTF-16 where its mark says so", () => {
    expect(encodingOf(Uint8Array.of(0xff, 0xfe, 0x14, 0x04))).toBe("utf-16le")
    expect(encodingOf(Uint8Array.of(0xfe, 0xff, 0x04, 0x14))).toBe("utf-16be")
  })
  test("of an archive, a program or noise is none", () => {
    expect(encodingOf(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0xe0))).toBeNull()
    expect(encodingOf(Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3) * 31) & 255))).toBeNull()
    expect(encodingOf(Uint8Array.of(0xff, 0xfb, 0xfd, 0xa9, 0xb6))).toBeNull()
  })
  test("never hides which way a name reads", () => {
    expect(visible("photo\u202egpj.exe")).toBe("photo⟨U+202E⟩gpj.exe")
    expect(visible("Иван\u200b")).toBe("Иван⟨U+200B⟩")
  })
})
