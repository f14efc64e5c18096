// `serve`: the portal, the desk and the API of one desk, until the process is asked to end.
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import { type Server, type ServerOptions, StartRefusal, createServer } from "@safe-conduct/server"
import type { Id } from "@safe-conduct/wire"
import type { Command, Host } from "../command.ts"
import type { Flags } from "../flags.ts"
import { builtPages } from "../desk/pages.ts"
import { sendersOf } from "../desk/senders.ts"
import { storesOf } from "../desk/stores.ts"
import { TRIAL_NOTES } from "../desk/trial-folder.ts"
import { type Refusal, refuse } from "../refusal.ts"

export const serve: Command = {
  name: "serve",
  about: "serves portal, desk and API",
  help: `
GET /health answers 200 once the desk is ready; then one JSON line says where. Ends in order on SIGTERM or SIGINT.
Stores lie in DIR, or where the environment says: DATABASE_URL (PostgreSQL); S3_ENDPOINT, S3_BUCKET, S3_KEY, S3_SECRET and
optionally S3_REGION, S3_PREFIX. Refused with exit 2: a folder that holds a root key (root-key-in-data), a trial desk served as a
real one or the reverse (trial-desk, real-desk), a folder without a desk (no-desk).
Members who gave an address are woken by webhook; by mail where SMTP_URL (smtps://user:password@host) and SMTP_FROM are set; by their
browsers (Web Push) where --push-key names a file for the key, which is made if it is not there, and --push-contact says whom the push
services may write to. A trial sends nothing. Links in notices begin with the first --origin.
A trial listens on this machine alone. A real desk does too unless --host says otherwise; put TLS in front of it and name the
address that people type with --origin.

  safe-conduct serve --data ./data --port 8080 --origin https://desk.example.org`,
  flags: {
    data: { value: "DIR", about: "the desk's data folder", needed: true },
    port: { value: "N", about: "where to listen; PORT, or 8080, unless said; 0 takes a free one" },
    host: { value: "ADDRESS", about: "which of this machine's addresses; 127.0.0.1 unless said" },
    origin: { value: "URL", about: "an address under which people reach this desk; may stand several times", many: true },
    "webhooks-anywhere": { about: "lets members' webhooks lead into this server's own network, and without TLS" },
    "push-key": { value: "FILE", about: "wakes members' browsers too; the key by which push services know this server" },
    "push-contact": { value: "URL", about: "whom push services may write to: mailto:desk@example.org" },
    "push-host": { value: "HOST", about: "a push service beside those of the browsers; may stand several times", many: true },
    desk: { value: "ID", about: "which desk, where a database holds several" },
    trial: { about: "serves a trial desk" },
  },
  async run(given, host) {
    const options = await optionsOf(given, host)
    if (!options.ok) return options.refusal
    const ending = host.ending()
    let server: Server
    try {
      server = await createServer(options.value)
    } catch (error) {
      if (error instanceof StartRefusal) return refuse(error.code, error.message)
      throw error
    }
    try {
      const { port } = await server.listen()
      const { portal, desk } = options.value.pages ?? {}
      if (portal === undefined || desk === undefined) host.tell("Pages are not built: `npm run build` makes them. The API is served.")
      await host.out(
        `${JSON.stringify({ url: `http://${options.value.trial ? "127.0.0.1" : (options.value.host ?? "127.0.0.1")}:${port}`, desk: server.desk, trial: options.value.trial })}\n`,
      )
      await new Promise<void>((done) => (ending.aborted ? done() : ending.addEventListener("abort", () => done(), { once: true })))
      return null
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === "EADDRINUSE" || code === "EACCES" || code === "EADDRNOTAVAIL")
        return refuse("port-taken", `Port ${options.value.port ?? 0} cannot be listened on here (${code}).`)
      throw error
    } finally {
      await server.close()
    }
  },
}

async function optionsOf(
  given: Flags,
  host: Host,
): Promise<{ readonly ok: true; readonly value: ServerOptions } | { readonly ok: false; readonly refusal: Refusal }> {
  const no = (error: string, message: string) => ({ ok: false as const, refusal: refuse(error, message) })
  const data = resolve(host.cwd, given.must("data"))
  const stores = storesOf(data, host.env)
  if (!stores.ok) return stores
  if (!existsSync(stores.value.databaseUrl === undefined ? join(data, "desk.sqlite") : data))
    return no("no-desk", "There is no desk here yet. Make one with init.")
  const typed = given.text("port") ?? host.env["PORT"] ?? "8080"
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : -1
  if (port < 0 || port > 65_535) return no("bad-port", "A port is a number from 0 to 65535.")
  const origins = given.all("origin")
  if (origins.some((one) => !URL.canParse(one) || new URL(one).origin !== one))
    return no("bad-origin", "An origin is written as https://desk.example.org, with nothing behind it.")
  const pushKey = given.text("push-key")
  const senders = await sendersOf(host, {
    anywhere: given.on("webhooks-anywhere"),
    pushKey: pushKey === undefined ? undefined : resolve(host.cwd, pushKey),
    pushContact: given.text("push-contact"),
    pushHosts: given.all("push-host"),
  })
  if (!senders.ok) return senders
  const [hostName, desk] = [given.text("host"), given.text("desk")]
  const notes = join(data, TRIAL_NOTES)
  const trial = given.on("trial")
  return {
    ok: true,
    value: {
      ...stores.value,
      now: host.now,
      trial,
      port,
      pages: builtPages(),
      log: host.tell,
      ...(trial ? {} : { senders: senders.value }),
      ...(hostName === undefined ? {} : { host: hostName }),
      ...(desk === undefined ? {} : { desk: desk as Id }),
      ...(origins.length === 0 ? {} : { origins }),
      ...(trial && existsSync(notes) ? { trialNotes: await readFile(notes, "utf8") } : {}),
    },
  }
}
