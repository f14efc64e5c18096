// The 2,048 words that generated passphrases are drawn from, loaded when an entry point asks for them.
import { loadWords } from "@safe-conduct/sealing/code"

/** English, whatever the page's language: one list for one desk, so that a passphrase can be typed on any keyboard. */
export const loadPassphraseWords = (): Promise<readonly string[]> => loadWords("en")
