// The fixed sentences in every language an asker may have: what a family reads is in the language of its request, not of the desk.
import type { Confidence, TellGiven } from "@safe-conduct/client/member"

export async function sentencesInAll(sentence: Confidence): Promise<TellGiven["texts"]> {
  const [en, fr, ru] = await Promise.all([
    import("@safe-conduct/words/desk/roll/en.ts"),
    import("@safe-conduct/words/desk/roll/fr.ts"),
    import("@safe-conduct/words/desk/roll/ru.ts"),
  ])
  return { en: en.roll.sentences[sentence], fr: fr.roll.sentences[sentence], ru: ru.roll.sentences[sentence] }
}
