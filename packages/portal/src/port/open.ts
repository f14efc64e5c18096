// Opens the port: through a Worker where there is one, on the page's own thread where there is not.
import { ownWorker } from "@safe-conduct/ui/own-worker.ts"
import address from "../ask.worker.ts?worker&url"
import type { Surroundings } from "./local.ts"
import type { Port } from "./port.ts"
import { callThrough, type Reply } from "./remote.ts"

export async function openPort(surroundings: Surroundings): Promise<Port> {
  const worker = await startWorker()
  if (worker) return callThrough(worker)
  const { createPort } = await import("./local.ts")
  return createPort(surroundings)
}

/** Null when there are no module Workers here, or this one did not start. */
function startWorker(): Promise<Worker | null> {
  if (typeof Worker === "undefined") return Promise.resolve(null)
  return new Promise((done) => {
    try {
      const worker = ownWorker(address)
      // The page's own thread does the same: nothing is lost that had to be said.
      const failed = (event: Event): void => {
        event.preventDefault()
        done(null)
      }
      worker.addEventListener("error", failed, { once: true })
      worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => "ready" in data && done(worker), { once: true })
    } catch {
      done(null)
    }
  })
}
