// Starts and watches a server in a process of its own.
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import process from "node:process"
import { createInterface } from "node:readline"
import { compileCache, nodeFlags } from "../../packages/cli/bin/node-flags.mjs"
import { openLane } from "./lane.ts"

export interface Served {
  readonly url: string
  readonly port: number
  readonly child: ChildProcess
  /** Milliseconds from the start of the process to its first answer on /health. */
  readonly startedIn: number
  /** Resident memory in MB, now and at its peak. */
  memory(): { now: number; peak: number }
  /** Seconds of processor that the process has used: all threads, and the one that answers. */
  cpu(): { all: number; main: number }
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Started as the launcher starts it; more flags for whoever looks with a profiler. */
const flags = [...nodeFlags, ...(process.env["BENCH_NODE_FLAGS"]?.split(" ") ?? [])]
const env = { ...process.env, NODE_COMPILE_CACHE: compileCache(process.cwd()) }

interface ServedWith {
  readonly databaseUrl?: string | undefined
  /** With the pages as they are built. */
  readonly pages?: boolean
}

export async function serveFolder(data: string, { databaseUrl = "", pages = false }: ServedWith = {}): Promise<Served> {
  const begun = performance.now()
  const served = await serveBy("bench/src/serve.ts", data, databaseUrl, ...(pages ? ["pages"] : []))
  const lane = await openLane(served.port)
  const { status } = await lane.call("GET", "/health")
  const startedIn = performance.now() - begun
  lane.close()
  if (status !== 200) throw new Error(`/health says ${status}`)
  return { ...served, startedIn }
}

/** A program of the bench that prints its port. */
export async function serveBy(program: string, ...given: string[]): Promise<Omit<Served, "startedIn">> {
  const child = spawn(process.execPath, [...flags, program, ...given], { stdio: ["ignore", "pipe", "inherit"], env })
  // A bench that fails leaves no server behind.
  const orphaned = () => void child.kill("SIGKILL")
  process.once("exit", orphaned)
  child.once("exit", () => process.off("exit", orphaned))
  const [line] = (await once(createInterface(child.stdout), "line")) as [string]
  const port = Number(line)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    child,
    memory() {
      const text = readFileSync(`/proc/${child.pid}/status`, "utf8")
      const of = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1] ?? 0) / 1024
      return { now: of("VmRSS"), peak: of("VmHWM") }
    },
    cpu() {
      const used = (path: string): number => {
        const fields = readFileSync(path, "utf8").split(") ")[1]?.split(" ") ?? []
        return (Number(fields[11]) + Number(fields[12])) / 100
      }
      return { all: used(`/proc/${child.pid}/stat`), main: used(`/proc/${child.pid}/task/${child.pid}/stat`) }
    },
    async stop(signal = "SIGTERM") {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill(signal)
      await once(child, "exit")
    },
  }
}

/** Runs `job` for 0 … count−1, so many at once, each lane with what `open` gave it; failures are counted, not thrown. */
export async function atOnce<L>(
  count: number,
  lanes: readonly L[],
  job: (n: number, lane: L) => Promise<void>,
): Promise<{ seconds: number; failures: unknown[] }> {
  const failures: unknown[] = []
  let next = 0
  const begun = performance.now()
  await Promise.all(
    lanes.map(async (lane) => {
      for (let n = next++; n < count; n = next++) await job(n, lane).catch((error: unknown) => failures.push(error))
    }),
  )
  return { seconds: (performance.now() - begun) / 1000, failures }
}

export const percentile = (values: readonly number[], p: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * p) / 100))] ?? Number.NaN

export const median = (values: readonly number[]): number => percentile(values, 50)
