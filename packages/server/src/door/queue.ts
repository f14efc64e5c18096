// Under load the server lets requests wait, in order, and refuses none: whoever asks for help cannot be told to come back later.
// A place is taken when there is work to do, never while somebody's bytes are still on their way: a line that crawls, or a hundred that
// crawl on purpose, keep nobody else waiting.
import type { Context, MiddlewareHandler } from "hono"

export interface Queue {
  run<T>(work: () => Promise<T>): Promise<T>
}

/** At most `width` pieces of work at once. */
export function createQueue(width: number): Queue {
  let busy = 0
  const waiting: (() => void)[] = []
  return {
    async run(work) {
      if (busy >= width) await new Promise<void>((go) => waiting.push(go))
      else busy++
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else busy--
      }
    },
  }
}

/** Behind `takes`: what brings a body waits for its place once the body is here. */
export const waits =
  ({ queue }: { readonly queue: Queue }): MiddlewareHandler =>
  (_, next) =>
    queue.run(next)

const BODY = new Set(["POST", "PUT"])

/** In front of all routes: what brings no body waits at once. A file's parts have a queue of their own. */
export const waitsWithoutBody =
  ({ queue }: { readonly queue: Queue }): MiddlewareHandler =>
  (c: Context, next) =>
    BODY.has(c.req.method) ? next() : queue.run(next)
