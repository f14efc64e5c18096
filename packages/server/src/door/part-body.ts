// Takes in one part of a file without making garbage: a MiB for each request is what the collector suffers from most. As many
// buffers as parts may be in memory at once are kept and used again; nobody holds one longer than its request. They lie in memory
// that threads share, so that another one hashes them while the next pieces come in.
import { digest } from "@safe-conduct/sealing/verify"
import { type Hash, MAX_PART_BYTES } from "@safe-conduct/wire"
import type { HttpBindings } from "@hono/node-server"
import type { Context } from "hono"
import { type Queue, createQueue } from "./queue.ts"

export interface PartBody {
  readonly bytes: Uint8Array
  readonly hash: Hash
}

export interface PartBodies {
  /** Works on a request's body; null when it is larger than a part. The bytes are the caller's until `work` ends. */
  take<T>(c: Context, work: (body: PartBody | null) => Promise<T>): Promise<T>
  readonly queue: Queue
}

export function partBodies(atOnce: number): PartBodies {
  const queue = createQueue(atOnce)
  const free: Uint8Array[] = []
  return {
    queue,
    take: (c, work) =>
      queue.run(async () => {
        const buffer = free.pop() ?? new Uint8Array(new SharedArrayBuffer(MAX_PART_BYTES))
        try {
          const bytes = await fill(c, buffer)
          return await work(bytes && { bytes, hash: await digest(bytes) })
        } finally {
          free.push(buffer)
        }
      }),
  }
}

async function fill(c: Context, buffer: Uint8Array): Promise<Uint8Array | null> {
  const incoming = (c.env as Partial<HttpBindings> | undefined)?.incoming
  // A body of unknown length is already being counted as a stream (at-most.ts) and is read through that.
  if (!incoming || c.req.header("content-length") === undefined || c.req.header("transfer-encoding") !== undefined) {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    if (bytes.length > buffer.length) return null
    buffer.set(bytes)
    return buffer.subarray(0, bytes.length)
  }
  return new Promise((resolve, reject) => {
    const gone = () => reject(Object.assign(new Error("the sender has gone"), { code: "ECONNRESET" }))
    // It may have gone while this request waited for its turn; then no event would ever say so.
    if (incoming.destroyed) return gone()
    let length = 0
    incoming
      .on("data", (chunk: Uint8Array) => {
        if (length + chunk.length <= buffer.length) buffer.set(chunk, length)
        length += chunk.length
        // Its memory goes at once: left to the collector, such pieces make it walk the whole heap every sixty parts.
        if (chunk.buffer instanceof ArrayBuffer && chunk.length === chunk.buffer.byteLength) chunk.buffer.transfer(0)
      })
      .once("end", () => resolve(length <= buffer.length ? buffer.subarray(0, length) : null))
      .once("error", reject)
      // After the end this says nothing new.
      .once("close", gone)
  })
}
