// What the figures were measured on: they mean nothing without it.
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs"
import { cpus, loadavg, release, tmpdir, totalmem } from "node:os"
import { join } from "node:path"
import process from "node:process"
import { percentile } from "./served.ts"

/** Milliseconds for one 4 KiB page, written and flushed, in the folder where the benches' stores lie. */
export function flushLatency(): { readonly median: number; readonly p99: number } {
  const folder = mkdtempSync(join(tmpdir(), "bench-"))
  const file = openSync(join(folder, "page"), "w")
  const took: number[] = []
  for (let n = 0; n < 300; n++) {
    writeSync(file, Buffer.alloc(4096, n))
    const from = performance.now()
    fdatasyncSync(file)
    took.push(performance.now() - from)
  }
  closeSync(file)
  rmSync(folder, { recursive: true, force: true })
  return { median: percentile(took, 50), p99: percentile(took, 99) }
}

const system = (): string => /PRETTY_NAME="(.*)"/.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? process.platform

export function machine(): string {
  const [first] = cpus()
  const { median, p99 } = flushLatency()
  return [
    `${cpus().length} cores (${first?.model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB of memory`,
    `${system()}, kernel ${release()}, Node ${process.versions.node}`,
    `one page of 4 KiB written and flushed: ${median.toFixed(2)} ms in the median, ${p99.toFixed(1)} ms in the worst of a hundred`,
  ].join("; ")
}

export const load = (): string => (loadavg()[0] as number).toFixed(1)
