// Files of 10 MB, five at once, each in ten sealed parts, until `complete` has answered; against writing and fsyncing the same bytes
// as files of the same folder, as many at once.
import { mkdtempSync, rmSync } from "node:fs"
import { mkdir, open } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { newFileSecret, randomId, sealPart } from "@safe-conduct/sealing/seal"
import { openDatabase, writeGenesis } from "@safe-conduct/server"
import { benchDesk } from "./desk.ts"
import { type Lane, openLane } from "./lane.ts"
import { hashesOf, must, sendFile, signIn } from "./mailbox.ts"
import { atOnce, serveFolder } from "./served.ts"
import { prepare } from "./submissions.ts"

const FILES = Number(process.env["BENCH_FILES"] ?? 30)
const LANES = 5
const MEGABYTES = 10

export async function attachments(): Promise<Record<string, number>> {
  const now = Date.now()
  const bench = await benchDesk(now)
  const prepared = await prepare(bench, FILES)
  const { recipient } = await newFileSecret()
  const parts = await Promise.all(
    Array.from({ length: MEGABYTES }, (_, n) => sealPart(recipient, new Uint8Array(1 << 20).fill(n), MEGABYTES)),
  )
  const hashes = await hashesOf(parts)
  const data = mkdtempSync(join(tmpdir(), "bench-"))
  try {
    const laying = await openDatabase({ data })
    await writeGenesis(laying, bench.entries, now)
    await laying.close()
    const served = await serveFolder(data)
    const lanes = await Promise.all(Array.from({ length: LANES }, () => openLane(served.port)))
    const tokens: string[] = []
    for (const { keys, opening } of prepared) {
      const lane = lanes[0] as Lane
      await must(201, lane.call("POST", "/api/mailboxes", opening))
      tokens.push(await signIn(lane, served.url, bench.desk, keys))
    }
    const before = served.cpu().all
    const run = await atOnce(FILES, lanes, (n, lane) => sendFile(lane, tokens[n] as string, randomId(), parts, hashes))
    const cpu = served.cpu().all - before
    const memory = served.memory()
    for (const lane of lanes) lane.close()
    await served.stop()
    if (run.failures.length > 0) console.error(run.failures[0])

    const folder = join(data, "bare")
    await mkdir(folder)
    const bare = await atOnce(
      FILES,
      Array.from({ length: LANES }, (_, n) => n),
      async (n) => {
        const file = await open(join(folder, String(n)), "w")
        for (const part of parts) await file.write(part)
        await file.sync()
        await file.close()
      },
    )
    if (bare.failures.length > 0) throw bare.failures[0]
    const rate = (seconds: number): number => (FILES * MEGABYTES) / seconds
    return {
      files: FILES,
      failures: run.failures.length,
      "MB a second": rate(run.seconds),
      "written and fsynced, MB a second": rate(bare.seconds),
      share: bare.seconds / run.seconds,
      "server's processor ms a file": (cpu * 1000) / FILES,
      "server RSS MB after": memory.now,
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

if (import.meta.main) console.log(JSON.stringify(await attachments(), null, 2))
