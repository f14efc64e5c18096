// In which script a name leads: Cyrillic for whoever reads the desk in Russian, Latin for the others, who speak it so on the telephone
// and find it so in the papers of courts. The other stands beside; one alone where only one is known.
import type { Language } from "@safe-conduct/words/choose.ts"

export interface BothScripts {
  readonly first: string
  readonly second: string
  /** The language of the first for a screen reader, where it is Russian. */
  readonly firstLang: "ru" | undefined
  readonly secondLang: "ru" | undefined
}

export function bothScripts(
  person: { readonly cyrillic: string; readonly latin: string } | undefined,
  title: string,
  language: Language,
): BothScripts {
  const { cyrillic = "", latin = "" } = person ?? {}
  const russian = (text: string): "ru" | undefined => (/\p{Script=Cyrillic}/u.test(text) ? "ru" : undefined)
  const [lead, beside] = language === "ru" ? [cyrillic, latin] : [latin, cyrillic]
  const first = lead || beside || title
  const second = lead !== "" && beside !== lead ? beside : ""
  return { first, second, firstLang: russian(first), secondLang: russian(second) }
}
