// The vault's thread as the desk starts it, with threads beside it for the cards. Told by the page where the server is.
import { type CardThread, cardThreads, createVault, type Port, serveVault } from "@safe-conduct/client/member"
import { programme } from "@safe-conduct/russia-canada"
// oxlint-disable-next-line import/default -- vite makes it
import CardWorker from "./measure-card.worker.ts?worker&inline"
import { words } from "./measure-desk.ts"
import { keepOf } from "./measure-keep.ts"

const beside = Math.min(3, Math.max(1, navigator.hardwareConcurrency - 1))

self.addEventListener("message", ({ data }) => {
  const { server, device } = data as { readonly server?: string; readonly device: string }
  if (server === undefined) return
  const { shelf, kept } = keepOf(device)
  const threads = cardThreads(beside, () => new CardWorker() as CardThread)
  serveVault(
    self as unknown as Port,
    createVault({ server, now: () => Date.now(), programme, words, cardThreads: threads, keepShelf: shelf }),
  )
  void kept.then(() => self.postMessage("kept"))
  self.postMessage("ready")
})
