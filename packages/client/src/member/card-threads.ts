// Threads that verify cards beside the vault. They are begun when there is enough to do, hold no secret, and end with the sitting.
import type { Id } from "@safe-conduct/wire"
import { type CardCheck, checkHere, type Signers } from "./card-check.ts"
import type { Port } from "./worker.ts"

export interface CardThread extends Port {
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: "error", listener: () => void): void
  terminate(): void
}

interface Asked {
  readonly id: number
  readonly frames: ArrayBuffer
  readonly desk: Id
  readonly signers: Signers
}
interface Said {
  readonly id: number
  readonly holds: Uint8Array
}

/** In the thread. */
export function serveCardCheck(port: Port): void {
  port.addEventListener("message", ({ data }) => {
    const { id, frames, desk, signers } = data as Asked
    void checkHere(new Uint8Array(frames), desk, signers).then((holds) => port.postMessage({ id, holds } satisfies Said))
  })
  port.start?.()
}

export interface CardThreads {
  readonly check: CardCheck
  /** How many there may be. */
  readonly count: number
  /** Begins them, so that they stand when the first page arrives. */
  begin(): void
  end(): void
}

/** In the vault. A thread that fails gives its work back, and what it leaves is done here. */
export function cardThreads(count: number, begin: () => CardThread): CardThreads {
  interface Running {
    readonly thread: CardThread
    readonly waiting: Map<number, { readonly done: (holds: Uint8Array) => void; readonly fail: () => void }>
  }
  let running: Running[] = []
  let last = 0

  function fail(one: Running): void {
    running = running.filter((other) => other !== one)
    one.thread.terminate()
    for (const { fail: leave } of one.waiting.values()) leave()
  }

  function start(): Running | null {
    try {
      const one: Running = { thread: begin(), waiting: new Map() }
      one.thread.addEventListener("message", ({ data }) => {
        const { id, holds } = data as Said
        const asked = one.waiting.get(id)
        one.waiting.delete(id)
        asked?.done(holds)
      })
      one.thread.addEventListener("error", () => fail(one))
      running.push(one)
      return one
    } catch {
      return null
    }
  }

  const leastBusy = (): Running | undefined => running.toSorted((a, b) => a.waiting.size - b.waiting.size)[0]

  return {
    count,
    begin() {
      while (running.length < count && start() !== null);
    },
    check(frames, desk, signers) {
      const one = leastBusy()
      if (one === undefined) return checkHere(frames, desk, signers)
      return new Promise<Uint8Array>((done, leave) => {
        const id = ++last
        one.waiting.set(id, { done, fail: leave })
        // A copy goes over: what comes back undone must still be here.
        one.thread.postMessage({
          id,
          frames: frames.buffer.slice(frames.byteOffset, frames.byteOffset + frames.byteLength),
          desk,
          signers,
        } satisfies Asked)
      }).catch(() => checkHere(frames, desk, signers))
    },
    end() {
      for (const one of running) fail(one)
    },
  }
}
