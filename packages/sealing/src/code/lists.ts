// Each language's list is fetched only when it is wanted, so a page carries one.
import type { Language } from "./code.ts"

const lists: Record<Language, () => Promise<{ readonly words: readonly string[] }>> = {
  en: () => import("./words.en.ts"),
  fr: () => import("./words.fr.ts"),
  ru: () => import("./words.ru.ts"),
}

export const LANGUAGES: readonly Language[] = ["en", "fr", "ru"]

export const loadWords = async (language: Language): Promise<readonly string[]> => (await lists[language]()).words

export async function loadAllWords(): Promise<Record<Language, readonly string[]>> {
  const [en, fr, ru] = await Promise.all([loadWords("en"), loadWords("fr"), loadWords("ru")])
  return { en, fr, ru }
}
