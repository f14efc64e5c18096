// The words of papers between governments: English and French.
import { stateEn } from "./en.ts"
import { stateFr } from "./fr.ts"
import type { StateWords } from "./shape.ts"

export type StateLanguage = "en" | "fr"

export function stateWordsOf(language: StateLanguage): StateWords {
  return language === "fr" ? stateFr : stateEn
}
