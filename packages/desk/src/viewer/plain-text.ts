// Text as text: markup in it is letters, and marks that would turn it round are shown as what they are.
import { visible } from "./encoding-of.ts"
import { place, type Sheet } from "./sheet.ts"

const shownLetters = 400_000

export function openText(bytes: ArrayBuffer, encoding: string, name: string): Sheet {
  const text = new TextDecoder(encoding).decode(bytes)
  const page = document.createElement("pre")
  page.textContent = visible(text.slice(0, shownLetters))
  place(page, name)
  return {
    pages: 1,
    cut: text.length > shownLetters,
    async draw({ zoom }) {
      page.style.fontSize = `${(0.9375 * zoom) / 100}rem`
      return page.scrollHeight
    },
  }
}
