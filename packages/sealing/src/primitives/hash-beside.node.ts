// SHA-256 of a part by a thread of its own, which writes what it has hashed into the part's file: one handing over for both, without a
// copy, and the bytes are still near the core that has just read them. WebCrypto would copy every MiB first, and the write would wake
// one more thread. A second thread helps while the first is at work. They begin with the first part and keep no process alive.
import { availableParallelism } from "node:os"
import { Worker } from "node:worker_threads"
import type { Hash } from "@safe-conduct/wire"
import type { HashInto, HashedPlace } from "./native.ts"

interface Asked {
  readonly n: number
  readonly pieces: readonly Uint8Array<ArrayBuffer>[]
  readonly place: HashedPlace
}
type Done =
  | { readonly n: number; readonly hash: Hash }
  | { readonly n: number; readonly failed: { readonly message: string; readonly code: string | undefined } }

/** Runs in the thread, from its own text: so it knows nothing of this file, and a bundle has no further file to carry. */
function thread(): void {
  const { parentPort } = process.getBuiltinModule("node:worker_threads")
  const { createHash } = process.getBuiltinModule("node:crypto")
  const { writeSync, writevSync } = process.getBuiltinModule("node:fs")
  const work = ({ n, pieces, place: { fd, position, mark, hashAt } }: Asked): Done => {
    try {
      const state = createHash("sha256")
      for (const piece of pieces) state.update(piece)
      const hash = state.digest()
      mark.set(hash, hashAt)
      const all = [mark, ...pieces]
      let written = writevSync(fd, all, position)
      // A full disk takes a piece of it first and says so at the next.
      let before = 0
      for (const bytes of all) {
        while (written < before + bytes.length) written += writeSync(fd, bytes.subarray(written - before), 0, undefined, position + written)
        before += bytes.length
      }
      return { n, hash: hash.toString("hex") as Hash }
    } catch (error) {
      const { message, code } = error as NodeJS.ErrnoException
      return { n, failed: { message, code } }
    } finally {
      // Left to the collector, such pieces make it walk the whole heap again and again.
      for (const { buffer } of pieces) buffer.transfer(0)
    }
  }
  parentPort?.on("message", (asked: Asked) => parentPort.postMessage(work(asked)))
}

interface Waiting {
  readonly resolve: (hash: Hash) => void
  readonly reject: (error: unknown) => void
}

interface Thread {
  readonly waiting: Map<number, Waiting>
  ask(asked: Asked, waiting: Waiting): void
}

const THREADS = Math.min(2, availableParallelism())
const threads = new Set<Thread>()
let asked = 0

function begin(): Thread {
  const begun = new Worker(`(${thread.toString()})()`, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 16 } })
  const waiting = new Map<number, Waiting>()
  const own: Thread = {
    waiting,
    ask(one, who) {
      begun.postMessage(
        one,
        one.pieces.map(({ buffer }) => buffer),
      )
      waiting.set(one.n, who)
      begun.ref()
    },
  }
  begun.on("message", (done: Done) => {
    const who = waiting.get(done.n)
    waiting.delete(done.n)
    if (waiting.size === 0) begun.unref()
    if ("hash" in done) who?.resolve(done.hash)
    else who?.reject(Object.assign(new Error(done.failed.message), { code: done.failed.code }))
  })
  const end = (error: unknown): void => {
    threads.delete(own)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  begun.on("error", end)
  begun.on("exit", () => end(new Error("the hashing thread has ended")))
  threads.add(own)
  return own
}

/** The one with the least to do; one more while all are at work. */
function freest(): Thread {
  const [first] = [...threads].sort((a, b) => a.waiting.size - b.waiting.size)
  return first === undefined || (first.waiting.size > 0 && threads.size < THREADS) ? begin() : first
}

export const hashBeside: HashInto = (pieces, place) =>
  new Promise((resolve, reject) => freest().ask({ n: ++asked, pieces, place }, { resolve, reject }))
