// Papers are made in three languages whatever language the screen speaks.
import type { AllWords } from "./letter-paper.ts"

export async function wordsOfAll(): Promise<AllWords> {
  const [en, fr, ru] = await Promise.all([
    import("@safe-conduct/words/case/en.ts"),
    import("@safe-conduct/words/case/fr.ts"),
    import("@safe-conduct/words/case/ru.ts"),
  ])
  return { en: en.words, fr: fr.words, ru: ru.words }
}
