// For tests only: a real PostgreSQL where its binaries are found, started as a user who is not root, in a passing folder.
import { execFileSync, spawn } from "node:child_process"
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"

export interface PostgresHere {
  readonly url: string
  /** Another empty database on the same server. */
  fresh(): Promise<string>
  /** As a machine that loses its power: no shutdown. */
  readonly pid: number
  stop(): Promise<void>
}

/** The newest PostgreSQL's bin folder, or null. */
export function postgresBin(): string | null {
  const root = "/usr/lib/postgresql"
  if (!existsSync(root)) return null
  const versions = readdirSync(root)
    .filter((name) => existsSync(join(root, name, "bin", "initdb")))
    .sort((a, b) => Number(b) - Number(a))
  return versions[0] === undefined ? null : join(root, versions[0], "bin")
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** The user to run as: PostgreSQL refuses root. */
function runner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ["postgres", "nobody"]) {
    try {
      return { uid: Number(execFileSync("id", ["-u", name])), gid: Number(execFileSync("id", ["-g", name])) }
    } catch {
      // The next one may exist.
    }
  }
  return { uid: 65534, gid: 65534 }
}

export async function startPostgres(bin: string): Promise<PostgresHere> {
  const folder = mkdtempSync(join(tmpdir(), "safe-conduct-pg-"))
  const as = runner()
  if (as) chownSync(folder, as.uid, as.gid)
  const data = join(folder, "data")
  const options = { ...as, cwd: folder, stdio: "ignore" as const }
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"], options)
  const port = await freePort()
  const server = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), "-k", folder, "-c", "listen_addresses=127.0.0.1"], options)
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()))
  const url = (name: string) => `postgres://desk@127.0.0.1:${port}/${name}`
  const { default: pg } = await import("pg")
  const query = async (text: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url("postgres") })
    await client.connect()
    try {
      await client.query(text)
    } finally {
      await client.end()
    }
  }
  for (let tries = 0; ; tries++) {
    try {
      await query("select 1")
      break
    } catch (error) {
      if (tries > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  let count = 0
  return {
    url: url("postgres"),
    pid: server.pid as number,
    async fresh() {
      const name = `desk${++count}`
      await query(`create database ${name}`)
      return url(name)
    },
    async stop() {
      server.kill("SIGINT")
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
