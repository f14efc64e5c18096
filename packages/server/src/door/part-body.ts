// Takes in one part of a file as the pieces in which it comes: nothing is copied, and the memory of each goes on to whoever writes the
// part. As many parts may be in memory at once as the door allows.
import { MAX_PART_BYTES } from "@safe-conduct/wire"
import type { HttpBindings } from "@hono/node-server"
import type { Context } from "hono"
import type { Pieces } from "../objects/objects.ts"
import { type Queue, createQueue } from "./queue.ts"

export interface PartBodies {
  /** Works on a request's body; null when it is larger than a part. */
  take<T>(c: Context, work: (body: Pieces | null) => Promise<T>): Promise<T>
  readonly queue: Queue
}

export function partBodies(atOnce: number): PartBodies {
  const queue = createQueue(atOnce)
  return {
    queue,
    take: (c, work) =>
      queue.run(async () => {
        const pieces = await piecesOf(c)
        try {
          return await work(pieces)
        } finally {
          pieces?.forEach(free)
        }
      }),
  }
}

async function piecesOf(c: Context): Promise<Pieces | null> {
  const incoming = (c.env as Partial<HttpBindings> | undefined)?.incoming
  // A body of unknown length is already being counted as a stream (at-most.ts) and is read through that.
  if (!incoming || c.req.header("content-length") === undefined || c.req.header("transfer-encoding") !== undefined) {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    return bytes.length <= MAX_PART_BYTES ? [bytes] : null
  }
  return new Promise((resolve, reject) => {
    const gone = () => reject(Object.assign(new Error("the sender has gone"), { code: "ECONNRESET" }))
    // It may have gone while this request waited for its turn; then no event would ever say so.
    if (incoming.destroyed) return gone()
    const gathering = gather()
    incoming
      .on("data", gathering.add)
      .once("end", () => resolve(gathering.done()))
      .once("error", reject)
      // After the end this says nothing new.
      .once("close", gone)
  })
}

/** Below this many bytes a piece is copied to the others like it. */
const SMALL = 16 << 10
const TAIL = 4 * SMALL

/** Keeps large pieces as they are and copies small ones together: a sender that dribbles must not make a million of them. */
function gather(): { add(piece: Uint8Array): void; done(): Pieces | null } {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let tail: Uint8Array<ArrayBuffer> | null = null
  let used = 0
  let size = 0
  const close = (): void => {
    if (tail !== null && used > 0) pieces.push(tail.slice(0, used))
    used = 0
  }
  return {
    add(piece) {
      size += piece.length
      if (size > MAX_PART_BYTES) return free(piece)
      if (ownsItsMemory(piece) && piece.length >= SMALL) {
        close()
        pieces.push(piece)
        return
      }
      for (let from = 0; from < piece.length; ) {
        if (used === TAIL) close()
        const some = piece.subarray(from, from + TAIL - used)
        tail ??= new Uint8Array(TAIL)
        tail.set(some, used)
        used += some.length
        from += some.length
      }
      free(piece)
    },
    done() {
      close()
      if (tail !== null) free(tail)
      if (size <= MAX_PART_BYTES) return pieces
      pieces.forEach(free)
      return null
    },
  }
}

/** Not a window on memory in which other things lie. */
const ownsItsMemory = (piece: Uint8Array): piece is Uint8Array<ArrayBuffer> =>
  piece.buffer instanceof ArrayBuffer && piece.length === piece.buffer.byteLength

/** Its memory goes at once: left to the collector, such pieces make it walk the whole heap every sixty parts. */
function free(piece: Uint8Array): void {
  if (ownsItsMemory(piece) && piece.length > 0) piece.buffer.transfer(0)
}
