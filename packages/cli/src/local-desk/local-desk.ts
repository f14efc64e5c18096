// The desk served from the installed package on this machine: its pages come from here, its calls go to the one server that was named.
// Whoever runs that server can then withhold and delay, and can no longer alter the code that meets a member's words and keys.
import { readFile } from "node:fs/promises"
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { headersBy, pageFiles, pageFinder } from "@safe-conduct/server"
import { openDoor } from "./door.ts"
import { wayOf } from "./gate.ts"
import { onwardTo } from "./passed-on.ts"

export interface LocalDeskOptions {
  /** The built pages of the desk. */
  readonly pages: string
  /** The origin of the server, which sign-ins name too. */
  readonly server: string
  readonly trial: boolean
  /** 0 takes a free one, for tests. */
  readonly port: number
  /** 32 fresh bytes as text. */
  readonly random: () => string
  /** The next address to type, once one was used. */
  readonly next?: (url: string) => void
}

export interface LocalDesk {
  readonly port: number
  /** To be opened once, by one browser. */
  readonly url: string
  close(): Promise<void>
}

/** Both of this machine's own addresses: whoever listened on the other would be asked first by half of the browsers. */
const loopbacks = ["127.0.0.1", "::1"] as const
const TOKEN_LIMIT = 300

export async function openLocalDesk(options: LocalDeskOptions): Promise<LocalDesk> {
  const find = pageFinder(await pageFiles({ desk: options.pages }))
  const strict = headersBy({ trial: options.trial, tls: false })
  const onward = onwardTo(options.server, (to) => refuse(to, 502, "offline"))
  let port = options.port
  const urlOf = (token: string): string => `http://localhost:${port}/desk#door=${token}`
  const door = openDoor(options.random, (token) => options.next?.(urlOf(token)))

  function refuse(to: ServerResponse, status: number, error: string): void {
    to.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(
      JSON.stringify({ error, message: sayings[error] ?? error }),
    )
  }

  async function page(from: IncomingMessage, path: string, to: ServerResponse): Promise<void> {
    const found = find({ path, codings: from.headers["accept-encoding"] as string | undefined })
    if (found === null) return refuse(to, 404, "not-here")
    to.writeHead(200, { ...found.headers }).end(await readFile(found.path))
  }

  async function enter(from: IncomingMessage, to: ServerResponse): Promise<void> {
    // Asked without a token, it only says that this is a desk of this kind.
    if (from.method === "GET") return void to.writeHead(204).end()
    let token = ""
    for await (const piece of from) {
      token += String(piece)
      if (token.length > TOKEN_LIMIT) return refuse(to, 403, "door-closed")
    }
    const pass = door.enter(token)
    if (pass === null) return refuse(to, 403, "door-closed")
    to.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify({ pass, server: options.server }))
  }

  async function answer(from: IncomingMessage, to: ServerResponse): Promise<void> {
    const way = wayOf({ method: from.method ?? "", target: from.url ?? "", headers: from.headers }, port)
    const path = way.to === "page" ? way.path : way.to === "server" ? way.target : "/api"
    for (const [name, value] of strict(path.split("?")[0] as string)) to.setHeader(name, value)
    to.setHeader("cache-control", "no-store")
    if (way.to === "nothing") return refuse(to, way.status, way.error)
    if (way.to === "page") return page(from, way.path, to)
    if (way.to === "door") return enter(from, to)
    if (!door.holds(from.headers["x-door"] as string | undefined)) return refuse(to, 403, "door-closed")
    onward.pass(from, way.target, to)
  }

  const servers: Server[] = []
  const close = async (): Promise<void> => {
    onward.close()
    await Promise.all(
      servers.map(
        (server) =>
          new Promise<void>((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      ),
    )
  }
  try {
    for (const host of loopbacks) {
      const server = createServer(
        (from, to) => void answer(from, to).catch(() => (to.headersSent ? to.destroy() : refuse(to, 500, "failed"))),
      )
      // Nothing here changes its protocol, and nothing is tunnelled.
      server.on("upgrade", (_, socket) => socket.destroy())
      server.on("connect", (_, socket) => socket.destroy())
      const listening = await listen(server, host, port)
      if (!listening) continue
      servers.push(server)
      port = (server.address() as AddressInfo).port
    }
  } catch (error) {
    await close()
    throw error
  }
  return { port, url: urlOf(door.token()), close }
}

/** False where this machine has no such address; a port that somebody else holds is an error. */
function listen(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT" ? done(false) : fail(error),
    )
    server.listen({ port, host, exclusive: true }, () => done(true))
  })
}

const sayings: Readonly<Record<string, string>> = {
  offline: "The desk's server cannot be reached.",
  "door-closed": "This address was used already, or is not whole. The command shows the one to open.",
  "other-host": "This desk answers at localhost alone.",
  "other-site": "This desk answers its own page alone.",
  "not-here": "There is nothing here.",
}
