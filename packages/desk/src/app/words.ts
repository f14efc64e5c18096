// One language is loaded at a time: the shell's words and the sentences of every refusal, together, so that neither lags behind.
import type { DeskWords } from "@safe-conduct/words/desk/index.ts"
import type { Sentences } from "@safe-conduct/words/refusals/index.ts"
import type { Language } from "@safe-conduct/words/choose.ts"

export interface Spoken {
  readonly words: DeskWords
  readonly refusals: Sentences
}

const loaders: Readonly<Record<Language, () => Promise<Spoken>>> = {
  en: async () => {
    const [desk, refusals] = await Promise.all([import("@safe-conduct/words/desk/en.ts"), import("@safe-conduct/words/refusals/en.ts")])
    return { words: desk.words, refusals: refusals.sentences }
  },
  fr: async () => {
    const [desk, refusals] = await Promise.all([import("@safe-conduct/words/desk/fr.ts"), import("@safe-conduct/words/refusals/fr.ts")])
    return { words: desk.words, refusals: refusals.sentences }
  },
  ru: async () => {
    const [desk, refusals] = await Promise.all([import("@safe-conduct/words/desk/ru.ts"), import("@safe-conduct/words/refusals/ru.ts")])
    return { words: desk.words, refusals: refusals.sentences }
  },
}

export const loadWords = (language: Language): Promise<Spoken> => loaders[language]()
