// The measure as a page runs it: the vault in a Worker, its rows brought over to the page and made into lines; or, to be slowed down, in the page itself.
import { createVault, type Port, workerVault } from "@safe-conduct/client/member"
import { programme } from "@safe-conduct/russia-canada"
import { lineOf, sorted } from "../../packages/desk/src/list/columns.ts"
import { words as spoken } from "../../packages/words/src/desk/ru.ts"
import { keepOf } from "./measure-keep.ts"
import { type Measured, type Round, type Sitting, measure, words } from "./measure-desk.ts"
// oxlint-disable-next-line import/default -- vite makes it
import VaultWorker from "./measure-desk.worker.ts?worker&inline"

/** Every first sitting has a device of its own. */
let device = 0

async function inWorker(server: string): Promise<Sitting> {
  const worker = new VaultWorker()
  const heard = (word: string): Promise<void> =>
    new Promise((done) => {
      const listen = ({ data }: MessageEvent): void => {
        if (data !== word) return
        worker.removeEventListener("message", listen)
        done()
      }
      worker.addEventListener("message", listen)
    })
  const [ready, kept] = [heard("ready"), heard("kept")]
  worker.postMessage({ server, device: `bench-${device}` })
  await ready
  return { vault: workerVault(worker as unknown as Port), kept: () => kept, end: () => worker.terminate() }
}

async function inPage(server: string): Promise<Sitting> {
  const { shelf, kept } = keepOf(`bench-${device}`)
  const vault = createVault({ server, now: () => Date.now(), words, programme, keepShelf: shelf })
  return { vault, kept: () => kept, end: () => undefined }
}

export const run = (
  url: string,
  seeded: Parameters<typeof measure>[1],
  where: "worker" | "page",
  rounds: readonly Round[],
): Promise<Measured> =>
  measure(
    (round) => {
      if (round === "first") device++
      return where === "worker" ? inWorker(url) : inPage(url)
    },
    seeded,
    rounds,
    (rows) =>
      sorted(
        rows.map((row) => lineOf(row, spoken, Date.now(), "Europe/Paris")),
        "urgency",
        false,
        "ru",
      ),
  )
