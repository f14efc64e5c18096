// The vault's own thread: keys, seals and folds live here and only plain data leaves. An entry point, so it may read the clock.
import { createVault, loadPassphraseWords, type Port, serveVault } from "@safe-conduct/client/member"
import { programme } from "@safe-conduct/russia-canada"

// Filled a moment after the start: a page's first message must find the vault listening, so nothing is awaited before it.
const words: string[] = []
void loadPassphraseWords("en").then((list) => words.push(...list))

serveVault(self as unknown as Port, createVault({ server: self.location.origin, now: () => Date.now(), programme, words }))
