// Starts and watches a server in a process of its own.
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { createInterface } from "node:readline"

export interface Served {
  readonly url: string
  readonly child: ChildProcess
  /** Milliseconds from the start of the process to its first answer on /health. */
  readonly startedIn: number
  /** Resident memory in MB, now and at its peak. */
  memory(): { now: number; peak: number }
  stop(signal?: NodeJS.Signals): Promise<void>
}

export async function serveFolder(data: string, databaseUrl?: string): Promise<Served> {
  const begun = performance.now()
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "bench/src/serve.ts", data, ...(databaseUrl ? [databaseUrl] : [])],
    { stdio: ["ignore", "pipe", "inherit"] },
  )
  const [line] = (await once(createInterface(child.stdout), "line")) as [string]
  const url = `http://127.0.0.1:${line}`
  await fetch(`${url}/health`)
  const startedIn = performance.now() - begun
  return {
    url,
    child,
    startedIn,
    memory() {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8")
      const of = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024
      return { now: of("VmRSS"), peak: of("VmHWM") }
    },
    async stop(signal = "SIGTERM") {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill(signal)
      await once(child, "exit")
    },
  }
}

/** Runs `job` for 0 … count−1, so many at once; failures are counted, not thrown. */
export async function atOnce(
  count: number,
  lanes: number,
  job: (n: number) => Promise<void>,
): Promise<{ seconds: number; failures: unknown[] }> {
  const failures: unknown[] = []
  let next = 0
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let n = next++; n < count; n = next++) await job(n).catch((error: unknown) => failures.push(error))
    }),
  )
  return { seconds: (performance.now() - begun) / 1000, failures }
}

export const percentile = (values: readonly number[], p: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * p) / 100))] ?? Number.NaN
