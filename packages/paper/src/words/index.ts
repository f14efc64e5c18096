// Which words a paper speaks.
import type { Language } from "../document.ts"
import { en } from "./en.ts"
import { fr } from "./fr.ts"
import { ru } from "./ru.ts"
import type { PaperWords } from "./shape.ts"

const all = { en, fr, ru } as const satisfies Record<Language, PaperWords>

export function wordsOf(language: Language): PaperWords {
  return all[language]
}
