// Takes in one part of a file without making garbage: a MiB for each request is what the collector suffers from most. As many
// buffers as parts may be in memory at once are kept and used again; nobody holds one longer than its request. The hash is taken
// piece by piece while the pieces are still in the processor's cache: no second walk, no copy for another thread.
import { runningHash } from "@safe-conduct/sealing/verify"
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
        const buffer = free.pop() ?? new Uint8Array(MAX_PART_BYTES)
        try {
          return await work(await fill(c, buffer))
        } finally {
          free.push(buffer)
        }
      }),
  }
}

async function fill(c: Context, buffer: Uint8Array): Promise<PartBody | null> {
  const hash = runningHash()
  const incoming = (c.env as Partial<HttpBindings> | undefined)?.incoming
  // A body of unknown length is already being counted as a stream (at-most.ts) and is read through that.
  if (!incoming || c.req.header("content-length") === undefined || c.req.header("transfer-encoding") !== undefined) {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    if (bytes.length > buffer.length) return null
    hash.update(bytes)
    return { bytes, hash: hash.done() }
  }
  let length = 0
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    if (length + chunk.length > buffer.length) return null
    buffer.set(chunk, length)
    hash.update(chunk)
    length += chunk.length
  }
  return { bytes: buffer.subarray(0, length), hash: hash.done() }
}
