// The card as the paper package draws it, with the four faces that carry Latin and Cyrillic. Loaded by itself, on request.
import sans from "@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf?url"
import sansBold from "@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf?url"
import serif from "@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf?url"
import serifBold from "@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf?url"
import { codeCard } from "@safe-conduct/paper/code-card.ts"
import { renderPdf } from "@safe-conduct/paper/pdf.ts"
import type { Language } from "@safe-conduct/words/choose.ts"

export interface CardGiven {
  readonly language: Language
  readonly wordsLanguage: Language
  readonly words: readonly string[]
  readonly address: string
  /** YYYY-MM-DD. */
  readonly today: string
}

async function bytesAt(address: string): Promise<Uint8Array> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}

export async function cardPdf({ words, today, ...facts }: CardGiven): Promise<Uint8Array> {
  const [a, b, c, d] = await Promise.all([serif, serifBold, sans, sansBold].map(bytesAt))
  const fonts = { serif: a, serifBold: b, sans: c, sansBold: d } as Record<"serif" | "serifBold" | "sans" | "sansBold", Uint8Array>
  return renderPdf(codeCard({ ...facts, words: [...words] }), { fonts, createdOn: today, size: facts.language === "en" ? "letter" : "a4" })
}
