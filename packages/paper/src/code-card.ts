// The thirteen words for the person who asked. No name on it: a found card says whose it is to nobody.
import * as v from "valibot"
import type { Document } from "./document.ts"
import { Lang, Line, listed } from "./facts.ts"
import { guillocheSeed } from "./guilloche.ts"
import { wordsOf } from "./words/index.ts"

export const CodeCardFacts = v.strictObject({
  language: Lang,
  /** The words' own language may differ from the page's. */
  wordsLanguage: v.optional(Lang),
  words: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\p{L}{2,20}$/u))), v.length(13)),
  address: v.optional(Line),
})
export type CodeCardFacts = v.InferInput<typeof CodeCardFacts>

export function codeCard(given: CodeCardFacts): Document {
  const facts = listed(CodeCardFacts, given)
  const { codeCard: words } = wordsOf(facts.language)
  return {
    kind: "code-card",
    language: facts.language,
    title: words.running,
    running: words.running,
    // Never from the words: an ornament that a photograph shows must not depend on the secret.
    guilloche: guillocheSeed(words.title),
    blocks: [
      { is: "title", text: words.title, under: words.under },
      { is: "code-words", words: facts.words, lang: facts.wordsLanguage ?? facts.language },
      ...(facts.address ? [{ is: "paragraph", text: [{ text: words.open(facts.address), strong: true }] } as const] : []),
      { is: "heading", text: words.keepTitle },
      { is: "list", items: words.keep, marks: "dash" },
      { is: "paragraph", text: words.backNever, tone: "quiet" },
    ],
  }
}
