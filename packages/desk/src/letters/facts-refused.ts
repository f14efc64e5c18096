// A paper that refuses its facts says so in words; anything else is a bug and goes on.
import type { CaseWords } from "@safe-conduct/words/case/index.ts"

export function refusedFacts(error: unknown, { letters }: CaseWords): string | null {
  const known = error as { readonly name?: unknown; readonly error?: unknown; readonly at?: unknown } | null
  if (known === null || typeof known !== "object" || known.name !== "FactsRefused") return null
  return known.error === "word-of-a-decision" ? letters.wordOfDecision : letters.refused(typeof known.at === "string" ? known.at : "")
}
