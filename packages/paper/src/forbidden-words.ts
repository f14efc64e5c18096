// Words of a government's act. While no instrument is in force a finding may not carry them, not even in a claim's free text:
// a forwarded photograph of one sentence must not be able to pass for a decision.
import type { Language } from "./document.ts"
import { FactsRefused } from "./facts.ts"

const stems = {
  en: ["decisions?", "decid(?:e|es|ed|ing)", "grant(?:s|ed|ing)?", "admission", "admissions", "admit(?:s|ted|ting|tance)?"],
  fr: [
    "décisions?",
    "décid\\p{L}+",
    "accord(?:e|es|er|é|ée|és|ées|ent|ant|era)",
    "octro(?:i|ie|ies|yer|yé|yée|yés|yées)",
    "admission",
    "admissions",
    "admet\\p{L}*",
    "admis(?:e|es)?",
  ],
  ru: [
    "решени\\p{L}+",
    "решил\\p{L}*",
    "решен[оаы]?",
    "предостав\\p{L}+",
    "удовлетвор\\p{L}+",
    "допущен\\p{L}*",
    "допуск\\p{L}*",
    "допустить",
  ],
} as const satisfies Record<Language, readonly string[]>

// \b knows ASCII letters alone, hence the look-around.
const pattern = new RegExp(`(?<!\\p{L})(?:${Object.values(stems).flat().join("|")})(?!\\p{L})`, "iu")

/** The first such word in any of the three languages, or null. ё is read as е. */
export function wordOfDecision(text: string): string | null {
  return pattern.exec(text.normalize("NFC").replace(/ё/gi, "е"))?.[0] ?? null
}

/** Throws FactsRefused when a text that a member wrote carries such a word. `texts` maps JSON pointers to texts. */
export function refuseWordsOfDecision(texts: Readonly<Record<string, string | undefined>>): void {
  for (const [at, text] of Object.entries(texts)) if (text && wordOfDecision(text)) throw new FactsRefused("word-of-a-decision", at)
}
