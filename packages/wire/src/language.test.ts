import { describe, expect, it } from "vitest"
import { chooseLanguage } from "./language.ts"

describe("the language of a page", () => {
  it("is what the reader chose, whatever the browser says", () => expect(chooseLanguage("en-US,en", "fr")).toBe("fr"))
  it("is the heaviest of the browser's that we speak", () => expect(chooseLanguage("de, en;q=0.5, ru;q=0.8")).toBe("ru"))
  it("is Russian for a phone set to Kyrgyz", () => expect(chooseLanguage(["ky-KG", "en"])).toBe("ru"))
  it("is English when nothing is known, and when the header is nonsense", () => {
    expect(chooseLanguage(null)).toBe("en")
    expect(chooseLanguage(";;;q=,,")).toBe("en")
    expect(chooseLanguage("ru;q=0, fr;q=0.1")).toBe("fr")
  })
  it("is not taken from an unknown choice", () => expect(chooseLanguage("fr", "xx")).toBe("fr"))
})
