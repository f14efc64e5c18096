import { describe, expect, it } from "vitest"
import { askedPlaces, sameWord } from "./code-words.tsx"
import { chromeLink, isInApp } from "./in-app.ts"
import { MAX_FILE, takeFiles } from "./papers.tsx"
import { after, before, stepOf } from "./steps.ts"

describe("the way through the form", () => {
  it("leads from the six questions over the review to the words", () => {
    expect([after("lawyer", false), after("review", true), after("words", true), after("check", true)]).toEqual([
      "review",
      "words",
      "check",
      "send",
    ])
  })
  it("leads back to the review from what was opened there", () => {
    expect([after("person", true), after("papers", true), before("danger", true)]).toEqual(["review", "review", "review"])
  })
  it("is never entered at the words or at the sending by an address", () => {
    expect([stepOf("#now"), stepOf("#send"), stepOf("#words"), stepOf("#nonsense"), stepOf("")]).toEqual(["now", null, null, null, null])
  })
})

describe("three words typed back", () => {
  it("are taken in any case, with ё as е, or by their first four letters", () => {
    expect(sameWord(" Плит ", "плиточник")).toBe(true)
    expect(sameWord("ежик", "ёжик")).toBe(true)
    expect(sameWord("пли", "плиточник")).toBe(false)
    expect(sameWord("плита", "плиточник")).toBe(false)
  })
  it("are three different places of the thirteen", () => {
    for (const word of ["a", "b", "cd", "xyz"]) {
      const places = askedPlaces(Array.from({ length: 13 }, () => word))
      expect(new Set(places).size).toBe(3)
      expect(places.every((place) => place >= 0 && place < 13)).toBe(true)
    }
  })
})

describe("a page inside another app", () => {
  const browser = (userAgent: string, globals: string[] = []) => isInApp({ userAgent, globals })
  it("is known by Android's WebView, by the app's name or by what the app puts on the window", () => {
    expect(browser("Mozilla/5.0 (Linux; Android 11; Redmi; wv) AppleWebKit/537.36 Version/4.0 Chrome/120.0 Mobile Safari/537.36")).toBe(
      true,
    )
    expect(browser("Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 Instagram 300.0")).toBe(true)
    expect(browser("Mozilla/5.0 (Linux; Android 13) Chrome/120.0 Mobile Safari/537.36", ["TelegramWebview"])).toBe(true)
  })
  it("is not seen in Chrome, Safari or on a laptop", () => {
    expect(browser("Mozilla/5.0 (Linux; Android 13; Pixel) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36")).toBe(false)
    expect(browser("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1")).toBe(false)
    expect(browser("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0")).toBe(false)
  })
  it("opens in Chrome on Android with the same address and language", () => {
    expect(chromeLink("Android 11; wv", new URL("https://desk.example/ask?lang=ru#who"))).toBe(
      "intent://desk.example/ask?lang=ru#Intent;scheme=https;package=com.android.chrome;end",
    )
    expect(chromeLink("iPhone", new URL("https://desk.example/ask"))).toBeNull()
  })
})

describe("files picked", () => {
  const file = (name: string, size: number) => ({ name, size, type: "" }) as File
  it("refuses an empty one and one over 4 GiB, and keeps the rest", () => {
    const taken = takeFiles([], [file("a", 0), file("b", MAX_FILE + 1), file("c", 5)])
    expect(taken.files.map((one) => one.name)).toEqual(["c"])
    expect(taken.refused.map((one) => one.error)).toEqual(["file-empty", "file-too-large"])
  })
  it("puts the same file picked again in its old place, with its caption", () => {
    const lost = { name: "решение.pdf", size: 7, type: "", caption: "Решение", activity: null, file: null }
    const again = file("решение.pdf", 7)
    expect(takeFiles([lost], [again]).files).toEqual([{ ...lost, file: again }])
  })
})
