// A store of 100,000 entries, as `safe-conduct verify --data` goes through it: every signature, body, hash, roster and envelope, the log
// with all its leaves and tiles. Laid down first, then verified by a process of its own, so that nothing is warm.
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { receiptSigning } from "@safe-conduct/sealing/verify"
import { openInspection } from "@safe-conduct/server"
import { sequence } from "../../packages/server/src/log/sequence.ts"
import { verifyStore } from "../../packages/cli/src/verify/store.ts"
import { layDesk, makeChain, putChain } from "./chains.ts"

const ENTRIES = Number(process.env["BENCH_ENTRIES"] ?? 100_000)
const EACH = 200

/** What the command does, with the processor's time beside the clock's. */
async function once(data: string): Promise<Record<string, number>> {
  const inspection = await openInspection({ data })
  const [desk] = (await inspection?.desks()) ?? []
  if (!inspection || !desk) throw new Error("there is no desk")
  const before = process.threadCpuUsage()
  const begun = performance.now()
  const held = await verifyStore({ inspection, desk: desk.desk, rootPrint: null, objects: null, checkpoint: null })
  const seconds = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage()
  const own = process.threadCpuUsage(before)
  await inspection.close()
  if (!held.ok) throw new Error(JSON.stringify(held.fault))
  return {
    entries: held.value.entries,
    seconds,
    "processor, s": (user + system) / 1e6,
    "of it the thread that reads, s": (own.user + own.system) / 1e6,
    "memory MB": process.resourceUsage().maxRSS / 1024,
  }
}

export async function verifying(): Promise<Record<string, number>> {
  const data = mkdtempSync(join(tmpdir(), "bench-"))
  try {
    const laid = await layDesk(data, Date.now())
    for (let n = 0; n < ENTRIES / EACH; n++) await putChain(laid, await makeChain(laid, `verify ${n}`, EACH - 1))
    const { receiptSeed } = await laid.store.settings()
    await sequence({ desk: laid.bench.desk, receipts: receiptSigning(receiptSeed), now: () => Date.now(), store: laid.store }, "bench")
    await laid.store.close()
    const run = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, data], { encoding: "utf8" })
    if (run.status !== 0) throw new Error(run.stderr)
    return JSON.parse(run.stdout) as Record<string, number>
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const [data] = process.argv.slice(2)
  console.log(JSON.stringify(data === undefined ? await verifying() : await once(data), null, 2))
}
