// `npm run bench [name …]`: runs the benches, each in a process of its own, and writes bench/RESULTS.md when all were run. One
// that is run again on the same day takes the place of its own rows.
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import process from "node:process"
import { compileCache, nodeFlags } from "../packages/cli/bin/node-flags.mjs"
import { benches } from "./src/figures.ts"
import { load, machine } from "./src/machine.ts"
import { report, type Ran } from "./src/report.ts"

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !benches.some((bench) => bench.name === name))
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. Known: ${benches.map((bench) => bench.name).join(", ")}.`)
  process.exit(2)
}

const on = machine()
const all: Ran[] = []
for (const bench of benches) {
  if (chosen.length > 0 && !chosen.includes(bench.name)) continue
  const runs: Record<string, number>[] = []
  const loads: string[] = []
  for (let n = 0; n < bench.times; n++) {
    console.error(`${bench.name}, ${n + 1} of ${bench.times} …`)
    loads.push(load())
    const done = spawnSync(process.execPath, [...nodeFlags, ...bench.command], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, NODE_COMPILE_CACHE: compileCache(process.cwd()) },
      timeout: 300_000,
    })
    if (done.status !== 0) {
      console.error(`${bench.name} failed.`)
      continue
    }
    const measured = JSON.parse(done.stdout) as Record<string, number> | null
    if (measured !== null) runs.push(measured)
  }
  all.push({ bench, runs, loads })
  console.log(JSON.stringify({ [bench.name]: runs }, null, 2))
}

const today = new Date().toISOString().slice(0, 10)
const kept = "bench/out/runs.json"
interface Kept {
  readonly day: string
  readonly ran: readonly { readonly name: string; readonly runs: Ran["runs"]; readonly loads: Ran["loads"] }[]
}
/** Of today's whole run; what was chosen takes the place of its own rows and leaves the others. */
const before = chosen.length > 0 && existsSync(kept) ? (JSON.parse(readFileSync(kept, "utf8")) as Kept) : null
const whole = benches.flatMap((bench): Ran[] => {
  const now = all.find((one) => one.bench === bench)
  const then = before?.day === today ? before.ran.find(({ name }) => name === bench.name) : undefined
  return now !== undefined ? [now] : then === undefined ? [] : [{ bench, runs: [...then.runs], loads: [...then.loads] }]
})
if (whole.length === benches.length) {
  mkdirSync("bench/out", { recursive: true })
  const ran = whole.map(({ bench, runs, loads }) => ({ name: bench.name, runs, loads }))
  writeFileSync(kept, JSON.stringify({ day: today, ran } satisfies Kept, null, 2))
  writeFileSync("bench/RESULTS.md", report(on, whole, today))
  console.error("bench/RESULTS.md is written.")
}
