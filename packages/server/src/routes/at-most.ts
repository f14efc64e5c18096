// The limit of a body. Its length is read from the header, which Node's parser holds the sender to; only a body of unknown length
// is counted while it comes, because that costs a stream for each request.
import { refuse } from "@safe-conduct/wire"
import type { Context, MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import { refused } from "../refuse.ts"

const tooLarge = (c: Context) => refused(c, refuse("too-large", "This is larger than the server takes."))

export function atMost(bytes: number): MiddlewareHandler {
  const counting = bodyLimit({ maxSize: bytes, onError: tooLarge })
  return async (c, next) => {
    const length = c.req.header("content-length")
    if (length === undefined || c.req.header("transfer-encoding") !== undefined) return counting(c, next)
    if (Number(length) > bytes) return tooLarge(c)
    await next()
  }
}
