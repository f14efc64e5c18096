// `desk`: the desk's pages from this installed package, on this machine, for a server that need not be trusted with them.
import { randomToken } from "@safe-conduct/sealing/verify"
import type { Command } from "../command.ts"
import { builtPages } from "../desk/pages.ts"
import { LOCAL_PORT } from "../local-desk/gate.ts"
import { type LocalDesk, openLocalDesk } from "../local-desk/local-desk.ts"
import { refuse } from "../refusal.ts"
import { meetDesk, meetFlags } from "../sending/meet-desk.ts"

export const desk: Command = {
  name: "desk",
  about: "opens the desk from this package, whatever pages its server would send",
  help: `
Prints an address on this machine (one JSON line) that works once: open it in your browser. When it was used, the next one is printed on
standard error. Pages and code come from this package; calls go to the server and nowhere else; this machine alone is answered.
A passkey made at the server's own address does not answer here, and the reverse: make one in each place, or use your seven words.

  safe-conduct desk --server https://desk.example.org --root 0123-4567-89ab-cdef-0123-4567-89ab-cdef`,
  flags: {
    ...meetFlags,
    port: { value: "N", about: `where to listen; ${LOCAL_PORT} unless said` },
  },
  async run(given, host) {
    const typed = given.text("port") ?? String(LOCAL_PORT)
    const port = /^\d{1,5}$/.test(typed) ? Number(typed) : -1
    if (port < 0 || port > 65_535) return refuse("bad-port", "A port is a number from 0 to 65535.")
    const server = given.must("server")
    if (/^http:/i.test(server) && !/^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?\/?$/i.test(server))
      return refuse("bad-server", "A server on another machine is reached by https alone.")
    const pages = builtPages().desk
    if (pages === undefined) return refuse("no-pages", "This package carries no pages. Build them with `npm run build`.")
    const met = await meetDesk(given, host)
    if (!met.ok) return met.refusal
    const ending = host.ending()
    let local: LocalDesk
    try {
      local = await openLocalDesk({
        pages,
        server: met.value.server,
        trial: met.value.trial,
        port,
        random: randomToken,
        next: (url) => host.tell(`Opened. For another tab or another time: ${url}`),
      })
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === "EADDRINUSE" || code === "EACCES")
        return refuse(
          "port-taken",
          `Port ${port} is taken on this machine (${code}). Whoever listens there is not this desk: do not open it.`,
        )
      throw error
    }
    try {
      await host.out(`${JSON.stringify({ url: local.url, server: met.value.server, root: met.value.rootPrint })}\n`)
      await new Promise<void>((done) => (ending.aborted ? done() : ending.addEventListener("abort", () => done(), { once: true })))
      return null
    } finally {
      await local.close()
    }
  },
}
