// `npm start`: a trial desk with invented people on an embedded store. While pages are built and stories played, in parallel, the
// address answers already; a trial of the same day is used again.
import { spawn } from "node:child_process"
import { mkdir } from "node:fs/promises"
import { createServer as createHttp, type Server as HttpServer } from "node:http"
import { dirname, join, resolve } from "node:path"
import process from "node:process"
import { fileURLToPath } from "node:url"
import { dateIn, instantOf, timeZoneOf } from "../packages/domain/src/time/index.ts"
import { takeLock } from "../packages/cli/src/desk/lock.ts"
import { builtPages } from "../packages/cli/src/desk/pages.ts"
import { readyTrial } from "../packages/cli/src/desk/trial-folder.ts"
import { exitOf, type Refusal, refusalLine, refuse } from "../packages/cli/src/refusal.ts"
import { StartRefusal, createServer } from "../packages/server/src/index.ts"

const began = performance.now()
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const data = resolve(root, process.env["SAFE_CONDUCT_DATA"] || "data")
const tell = (line: string): void => void process.stderr.write(`${line}\n`)

function portGiven(): number {
  const typed = process.env["PORT"] || "8080"
  if (!/^\d{1,5}$/.test(typed) || Number(typed) > 65_535) end(refuse("bad-port", "PORT is a number from 0 to 65535."))
  return Number(typed)
}
function end(refused: Refusal): never {
  tell(refusalLine(refused))
  process.exit(exitOf(refused))
}

/** What stands at the address until the desk does: it reloads itself, and `/health` is not yet 200. */
function openWaitingRoom(port: number): Promise<HttpServer> {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>Safe Conduct</title>
<p>The trial desk is being made; this page reloads by itself. <span lang="fr">Le bureau d’essai se prépare.</span> <span lang="ru">Пробный стол готовится.</span></p></html>`
  const room = createHttp((request, response) => {
    const health = request.url === "/health"
    response.writeHead(503, {
      "content-type": health ? "application/json" : "text/html; charset=utf-8",
      "retry-after": "1",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'",
      connection: "close",
    })
    response.end(health ? '{"status":"starting"}' : page)
  })
  return new Promise((done, fail) => {
    room.once("error", fail)
    room.listen(port, "127.0.0.1", () => done(room))
  })
}

const leave = (room: HttpServer): Promise<void> =>
  new Promise((done) => {
    room.close(() => done())
    room.closeAllConnections()
  })

/** In a process of its own, so that it has a core of its own. Quiet unless it fails. */
function buildPages(): Promise<void> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", join(root, "scripts", "build.ts")], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    })
    let said = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += String(piece)))
    child.on("exit", (code) => {
      if (code === 0) return done()
      tell(said.trimEnd())
      end(refuse("failed", "The pages could not be built."))
    })
  })
}

async function readyData(): Promise<{ readonly made: "now" | "before"; readonly notes: string | null }> {
  const { deskZone } = await import("../packages/cli/src/trial/when.ts")
  const ready = await readyTrial({
    data,
    today: dateIn(instantOf(Date.now()), timeZoneOf(deskZone)),
    tell,
    make: async (folder) => {
      const { makeTrial } = await import("../packages/cli/src/trial/index.ts")
      return makeTrial({ data: folder, now: Date.now() })
    },
  })
  return ready.ok ? ready.value : end(ready.refusal)
}

const room = await openWaitingRoom(portGiven()).catch((error: NodeJS.ErrnoException) =>
  end(refuse("port-taken", `Port ${portGiven()} cannot be listened on (${error.code}). Choose another with PORT.`)),
)
const port = (room.address() as { port: number }).port

await mkdir(data, { recursive: true, mode: 0o700 })
const unlock = await takeLock(join(data, ".lock"))
if (unlock === null) end(refuse("data-in-use", `Another start is using ${data}. Name another folder in SAFE_CONDUCT_DATA.`))

const ending = new AbortController()
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    // Before the desk stands there is nothing to finish; what was half made is cleared away by the next start.
    if (ending.signal.aborted || room.listening) process.exit(0)
    ending.abort()
  })

tell("Making ready: pages and the trial's stories …")
const [trial] = await Promise.all([readyData(), buildPages()])
const server = await createServer({
  data,
  now: Date.now,
  port,
  trial: true,
  pages: builtPages(),
  log: tell,
  ...(trial.notes === null ? {} : { trialNotes: trial.notes }),
}).catch((error: unknown) => {
  if (error instanceof StartRefusal) return end(refuse(error.code, error.message))
  throw error
})
await leave(room)
await server.listen()
const url = `http://127.0.0.1:${port}`
console.log(`
  Safe Conduct, a trial desk. Everyone here is invented; time runs from today.

  Portal   ${url}/
  Desk     ${url}/desk
  Sign in  ${trial.notes === null ? "with the seven words of this desk's administrator" : "no password needed in the trial: the desk opens as Anna, and Boris and Vera are one press away"}

  ${trial.made === "now" ? "Made" : "Ready"} in ${((performance.now() - began) / 1000).toFixed(1)} s, kept in ${data}. Ctrl-C ends it.
`)
await new Promise<void>((done) => (ending.signal.aborted ? done() : ending.signal.addEventListener("abort", () => done(), { once: true })))
await server.close()
await unlock()
process.exit(0)
