import { describe, expect, it } from "vitest"
import { noWords, wordsIn, wordsWith } from "./code-words.tsx"

const thirteen = "арбуз берег ветка город дверь ежик забор ирис кедр лодка мост нитка окно".split(" ")

describe("the thirteen words", () => {
  it("are found in a printed card with numbers and commas", () => {
    expect(wordsIn(thirteen.map((word, at) => `${at + 1}. ${word},`).join("\n"))).toEqual(thirteen)
  })
  it("fill all fields when pasted whole, wherever the paste lands", () => {
    expect(wordsWith(noWords, 5, thirteen.join(" "))).toEqual(thirteen)
  })
  it("fill from the field on when a few are pasted", () => {
    const some = wordsWith(noWords, 2, "ветка город")
    expect(some.slice(0, 5)).toEqual(["", "", "ветка", "город", ""])
  })
  it("change one field only when one word is typed", () => {
    expect(wordsWith(thirteen, 3, "гор")).toEqual(thirteen.map((word, at) => (at === 3 ? "гор" : word)))
  })
})
