// Every code that the product can refuse with, as a sentence that says what to do. A test holds that no code is without one.
export type RefusalParams = Readonly<Record<string, string | number>>
export type Sentence = string | ((params: RefusalParams) => string)
export type Sentences = Readonly<Record<string, Sentence>> & { readonly "not-known-here": Sentence }

/** Never empty: an unknown code still says that nothing was done, and names itself for whoever helps. */
export function sentenceOf(sentences: Sentences, refusal: { readonly error: string; readonly params?: RefusalParams }): string {
  const sentence = Object.hasOwn(sentences, refusal.error) ? sentences[refusal.error] : undefined
  if (typeof sentence === "string") return sentence
  if (sentence !== undefined) return sentence(refusal.params ?? {})
  const unknown = sentences["not-known-here"]
  return `${typeof unknown === "string" ? unknown : unknown(refusal.params ?? {})} (${refusal.error})`
}

/** Several codes that mean the same to the reader share a sentence; what differs is only the code in small print. */
export const same = <K extends string>(codes: readonly K[], sentence: Sentence): Readonly<Record<K, Sentence>> =>
  Object.fromEntries(codes.map((code) => [code, sentence])) as Readonly<Record<K, Sentence>>
