// The case's words in the language chosen; one language is loaded at a time.
import { useSignal, useSignalEffect } from "@preact/signals"
import type { Language } from "@safe-conduct/words/choose.ts"
import type { CaseWords } from "@safe-conduct/words/case/index.ts"
import { useDesk } from "../app/context.tsx"

const loaders: Readonly<Record<Language, () => Promise<{ readonly words: CaseWords }>>> = {
  en: () => import("@safe-conduct/words/case/en.ts"),
  fr: () => import("@safe-conduct/words/case/fr.ts"),
  ru: () => import("@safe-conduct/words/case/ru.ts"),
}

export const loadCaseWords = async (language: Language): Promise<CaseWords> => (await loaders[language]()).words

/** Null for the moment that the words take to come. */
export function useCaseWords(): CaseWords | null {
  const { language } = useDesk()
  const words = useSignal<CaseWords | null>(null)
  useSignalEffect(() => {
    const wanted = language.value
    void loadCaseWords(wanted).then((loaded) => {
      if (language.peek() === wanted) words.value = loaded
    })
  })
  return words.value
}
