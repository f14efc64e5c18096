// Files of 10 MB, five at once, each in ten sealed parts, until `complete` has answered; against writing and fsyncing the same bytes
// as files of the same folder, as many at once. The two take turns, so that neither has the machine's better minutes.
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

const FILES = Number(process.env["BENCH_FILES"] ?? 60)
const ROUNDS = 3
/** First, and not counted: both run as they do after a minute. */
const WARM = 10
const LANES = 5
const MEGABYTES = 10

export async function attachments(): Promise<Record<string, number>> {
  const now = Date.now()
  const bench = await benchDesk(now)
  const prepared = await prepare(bench, FILES + WARM)
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
    const folder = join(data, "bare")
    await mkdir(folder)
    let sent = 0
    let written = 0
    const send = (count: number) => {
      const from = sent
      sent += count
      return atOnce(count, lanes, (n, lane) => sendFile(lane, tokens[from + n] as string, randomId(), parts, hashes))
    }
    const write = async (count: number) => {
      const from = written
      written += count
      const run = await atOnce(count, lanes, async (n) => {
        const file = await open(join(folder, String(from + n)), "w")
        for (const part of parts) await file.write(part)
        await file.sync()
        await file.close()
      })
      if (run.failures.length > 0) throw run.failures[0]
      return run
    }
    await send(WARM)
    await write(WARM)
    const run = { seconds: 0, failures: 0, cpu: 0, caller: 0 }
    let bare = 0
    for (let round = 0; round < ROUNDS; round++) {
      bare += (await write(FILES / ROUNDS)).seconds
      const [before, own] = [served.cpu().all, process.cpuUsage()]
      const { seconds, failures } = await send(FILES / ROUNDS)
      const caller = process.cpuUsage(own)
      run.seconds += seconds
      run.failures += failures.length
      run.cpu += served.cpu().all - before
      run.caller += (caller.user + caller.system) / 1e6
      if (failures.length > 0) console.error(failures[0])
    }
    const memory = served.memory()
    for (const lane of lanes) lane.close()
    await served.stop()
    const rate = (seconds: number): number => (FILES * MEGABYTES) / seconds
    return {
      files: FILES,
      failures: run.failures,
      "MB a second": rate(run.seconds),
      "written and fsynced, MB a second": rate(bare),
      share: bare / run.seconds,
      "server's processor ms a file": (run.cpu * 1000) / FILES,
      "caller's processor ms a file": (run.caller * 1000) / FILES,
      "server RSS MB after": memory.now,
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

if (import.meta.main) console.log(JSON.stringify(await attachments(), null, 2))
