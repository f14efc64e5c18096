// Passes a call on to the one server that was named, and its answer back. Nothing else of the browser's request goes along and nothing
// else of the answer comes back: no cookie, no origin, no name of the browser, no redirect.
import { Agent as PlainAgent, type IncomingMessage, type ServerResponse, request as overHttp } from "node:http"
import { Agent as TlsAgent, request as overTls } from "node:https"

const asked = ["authorization", "content-type", "content-length"] as const
const answered = ["content-type", "content-length"] as const

export interface Onward {
  pass(from: IncomingMessage, target: string, to: ServerResponse): void
  close(): void
}

const PATIENCE = 120_000

/** `origin` without a path, as `new URL(…).origin` gives it. */
export function onwardTo(origin: string, offline: (to: ServerResponse) => void): Onward {
  const tls = origin.startsWith("https:")
  const agent = new (tls ? TlsAgent : PlainAgent)({ keepAlive: true, maxSockets: 16 })
  return {
    pass(from, target, to) {
      const headers = Object.fromEntries(asked.flatMap((name) => (from.headers[name] === undefined ? [] : [[name, from.headers[name]]])))
      const far = (tls ? overTls : overHttp)(origin + target, { method: from.method, headers, agent, timeout: PATIENCE }, (answer) => {
        const status = answer.statusCode ?? 502
        // A redirect would lead the desk to a place that nobody named.
        if (status < 200 || (status >= 300 && status < 400)) {
          answer.resume()
          return offline(to)
        }
        for (const name of answered) if (answer.headers[name] !== undefined) to.setHeader(name, answer.headers[name])
        to.statusCode = status
        answer.on("error", () => to.destroy())
        answer.pipe(to)
      })
      far.on("timeout", () => far.destroy(new Error("no answer")))
      far.on("error", () => (to.headersSent ? to.destroy() : offline(to)))
      to.on("close", () => far.destroy())
      from.pipe(far)
    },
    close: () => agent.destroy(),
  }
}
