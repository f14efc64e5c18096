// The vault's own thread: keys, seals and folds live here and only plain data leaves. An entry point, so it may read the clock.
import {
  browserShelf,
  type CardThread,
  cardThreads,
  createVault,
  type KeepShelf,
  loadPassphraseWords,
  type Port,
  serveVault,
} from "@safe-conduct/client/member"
import { programme } from "@safe-conduct/russia-canada"
import { ownWorker } from "@safe-conduct/ui/own-worker.ts"
import { doorBehind, fetchThrough } from "./app/local-door.ts"
// oxlint-disable-next-line import/default -- vite makes it
import cardAddress from "./card.worker.ts?worker&url"

// One core is the vault's own; a machine with many has better things to do than to hold three more threads.
const beside = Math.min(3, Math.max(1, navigator.hardwareConcurrency - 1))
const threads = cardThreads(beside, () => ownWorker(cardAddress) as CardThread)

/** Opened when it is first asked for: a page's first message must not wait for it. */
let opened: Promise<KeepShelf> | null = null
const shelf = (): Promise<KeepShelf> => (opened ??= browserShelf(self.indexedDB, "safe-conduct-desk"))
const keepShelf: KeepShelf = {
  get: async (name) => (await shelf()).get(name),
  put: async (name, value) => (await shelf()).put(name, value),
  drop: async (name) => (await shelf()).drop(name),
}
const door = doorBehind(self.location.hash)

serveVault(
  self as unknown as Port,
  createVault({
    server: self.location.origin,
    ...(door === null ? {} : { origin: door.server, fetch: fetchThrough(door) }),
    now: () => Date.now(),
    programme,
    // On their way: a page's first message must find the vault listening, so nothing is awaited before it.
    words: loadPassphraseWords("en"),
    cardThreads: threads,
    keepShelf,
    beginsEarly: true,
  }),
)
