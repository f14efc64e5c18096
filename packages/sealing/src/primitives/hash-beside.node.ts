// SHA-256 of memory that threads share, by a thread of its own: neither the event loop nor a copy pays for it. WebCrypto would copy
// every MiB first. The thread begins with the first hash and keeps no process alive by itself.
import { Worker } from "node:worker_threads"
import type { Hash } from "@safe-conduct/wire"

interface Asked {
  readonly n: number
  readonly bytes: Uint8Array<SharedArrayBuffer>
}

/** Runs in the thread, from its own text: so it knows nothing of this file, and a bundle has no further file to carry. */
function thread(): void {
  const { parentPort } = process.getBuiltinModule("node:worker_threads")
  const { hash } = process.getBuiltinModule("node:crypto")
  parentPort?.on("message", ({ n, bytes }: Asked) => parentPort.postMessage({ n, hash: hash("sha256", bytes) }))
}

interface Waiting {
  readonly resolve: (hash: Hash) => void
  readonly reject: (error: unknown) => void
}

let worker: Worker | null = null
let asked = 0
const waiting = new Map<number, Waiting>()

function begin(): Worker {
  const begun = new Worker(`(${thread.toString()})()`, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 16 } })
  begun.on("message", ({ n, hash }: { n: number; hash: Hash }) => {
    waiting.get(n)?.resolve(hash)
    waiting.delete(n)
    if (waiting.size === 0) begun.unref()
  })
  const end = (error: unknown): void => {
    if (worker === begun) worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  begun.on("error", end)
  begun.on("exit", () => end(new Error("the hashing thread has ended")))
  return begun
}

/** The bytes stay as they are until the hash is there. */
export function hashBeside(bytes: Uint8Array<SharedArrayBuffer>): Promise<Hash> {
  const to = (worker ??= begin())
  const n = ++asked
  return new Promise((resolve, reject) => {
    waiting.set(n, { resolve, reject })
    to.ref()
    to.postMessage({ n, bytes } satisfies Asked)
  })
}
