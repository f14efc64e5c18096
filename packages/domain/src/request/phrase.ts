// What is answered where words may be overheard or read by somebody else: fixed sentences, none with a name or a place in it. Their
// texts are among the words, in the reader's language; only the name of one travels.
import * as v from "valibot"

/** `code-replaced` is said once, by the link of a lost code; those of a flight are sent by a roll call. None of them is chosen. */
export const phrases = [
  "read",
  "working",
  "nothing-needed",
  "write-again",
  "call-again",
  "sign-nothing",
  "papers-needed",
  "ask-anew",
  "code-replaced",
  "flight-rumoured",
  "flight-reported",
  "flight-confirmed",
] as const
export const Phrase = v.picklist(phrases)
export type Phrase = (typeof phrases)[number]

export const chosenPhrases = phrases.filter((phrase) => phrase !== "code-replaced" && !phrase.startsWith("flight-"))
