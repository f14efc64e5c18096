// From the start of the process to its first answer on /health, on a folder that stands, and what it then holds in memory.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openDatabase, writeGenesis } from "@safe-conduct/server"
import { benchDesk } from "./desk.ts"
import { median, serveFolder } from "./served.ts"

const TIMES = 11

export async function start(): Promise<Record<string, number>> {
  const data = mkdtempSync(join(tmpdir(), "bench-"))
  try {
    const bench = await benchDesk(Date.now())
    const laying = await openDatabase({ data })
    await writeGenesis(laying, bench.entries, Date.now())
    await laying.close()
    const took: number[] = []
    let memory = 0
    for (let n = 0; n < TIMES; n++) {
      const served = await serveFolder(data)
      took.push(served.startedIn)
      memory = served.memory().now
      await served.stop()
    }
    return { "median ms": median(took), "slowest ms": Math.max(...took), "RSS MB": memory }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

if (import.meta.main) console.log(JSON.stringify(await start(), null, 2))
