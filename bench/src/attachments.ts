// Files of 10 MB, five at once, each in ten sealed parts, until `complete` has answered; against writing and fsyncing the same bytes
// as files of the same folder, as many at once; and against the least that a server of Node's own can do with them (floor.ts). They
// take turns, so that none has the machine's better minutes.
import { mkdtempSync, rmSync } from "node:fs"
import { mkdir, open } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { newFileSecret, randomId, sealPart } from "@safe-conduct/sealing/seal"
import { openDatabase, writeGenesis } from "@safe-conduct/server"
import { benchDesk } from "./desk.ts"
import { type Lane, openLane } from "./lane.ts"
import { hashesOf, must, sendFile, signIn } from "./mailbox.ts"
import type { How } from "./floor.ts"
import { type Served, atOnce, serveBy, serveFolder } from "./served.ts"
import { prepare } from "./submissions.ts"

const FILES = Number(process.env["BENCH_FILES"] ?? 60)
const ROUNDS = 3
/** First, and not counted: both run as they do after a minute. */
const WARM = 10
const LANES = 5
const MEGABYTES = 10

type Run = Awaited<ReturnType<typeof atOnce>>

/** What one of those who take turns has used. */
class Turns {
  seconds = 0
  failures = 0
  /** Seconds of processor: its server's, and the caller's. */
  cpu = 0
  caller = 0
  readonly run: (count: number) => Promise<Run>
  readonly #server: Pick<Served, "cpu"> | undefined

  constructor(run: (count: number) => Promise<Run>, server?: Pick<Served, "cpu">) {
    this.run = run
    this.#server = server
  }

  async take(count: number): Promise<void> {
    const [before, own] = [this.#server?.cpu().all ?? 0, process.cpuUsage()]
    const { seconds, failures } = await this.run(count)
    const caller = process.cpuUsage(own)
    this.seconds += seconds
    this.failures += failures.length
    this.cpu += (this.#server?.cpu().all ?? 0) - before
    this.caller += (caller.user + caller.system) / 1e6
    if (failures.length > 0) console.error(failures[0])
  }
}

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
    const bareFolder = join(data, "bare")
    const floorFolder = join(data, "floor")
    await Promise.all([mkdir(bareFolder), mkdir(floorFolder)])
    const floor = await serveBy("bench/src/floor.ts", floorFolder)
    /** Lines that rest while others have their turn are closed by a server: each turn has its own. */
    const withLanes = async (port: number, count: number, job: (n: number, lane: Lane) => Promise<void>): Promise<Run> => {
      const lanes = await Promise.all(Array.from({ length: LANES }, () => openLane(port)))
      try {
        return await atOnce(count, lanes, job)
      } finally {
        for (const lane of lanes) lane.close()
      }
    }
    const first = await openLane(served.port)
    const tokens: string[] = []
    for (const { keys, opening: body } of prepared) {
      await must(201, first.call("POST", "/api/mailboxes", body))
      tokens.push(await signIn(first, served.url, bench.desk, keys))
    }
    first.close()
    let sent = 0
    let written = 0
    const send = (count: number) => {
      const from = sent
      sent += count
      return withLanes(served.port, count, (n, lane) => sendFile(lane, tokens[from + n] as string, randomId(), parts, hashes))
    }
    const write = async (count: number) => {
      const from = written
      written += count
      const run = await atOnce(count, Array(LANES).fill(null), async (n) => {
        const file = await open(join(bareFolder, String(from + n)), "w")
        for (const part of parts) await file.write(part)
        await file.sync()
        await file.close()
      })
      if (run.failures.length > 0) throw run.failures[0]
      return run
    }
    let floored = 0
    const floorBy = (how: How) => async (count: number) => {
      const from = floored
      floored += count
      const run = await withLanes(floor.port, count, async (n, lane) => {
        const path = encodeURI(`/${how}/${from + n}`)
        for (const [part, bytes] of parts.entries()) await must(204, lane.call("PUT", `${path}/${part}`, bytes))
        await must(204, lane.call("POST", path, "{}"))
      })
      if (run.failures.length > 0) throw run.failures[0]
      return run
    }
    const ours = new Turns(send, served)
    const bare = new Turns(write)
    const floors = (["thrown away", "hashed", "hashed and written"] as const).map((how) => ({ how, turns: new Turns(floorBy(how), floor) }))
    const all = [bare, ...floors.map(({ turns }) => turns), ours]
    for (const { run } of all) await run(WARM)
    for (let round = 0; round < ROUNDS; round++) for (const turns of all) await turns.take(FILES / ROUNDS)
    const memory = served.memory()
    await Promise.all([served.stop(), floor.stop()])
    const rate = (seconds: number): number => (FILES * MEGABYTES) / seconds
    return {
      files: FILES,
      failures: ours.failures,
      "MB a second": rate(ours.seconds),
      "written and fsynced, MB a second": rate(bare.seconds),
      share: bare.seconds / ours.seconds,
      ...Object.fromEntries(
        floors.flatMap(({ how, turns }) => [
          [`share of a bare Node server, bytes ${how}`, bare.seconds / turns.seconds],
          [`processor ms a file of a bare Node server, bytes ${how}`, (turns.cpu * 1000) / FILES],
        ]),
      ),
      "server's processor ms a file": (ours.cpu * 1000) / FILES,
      "caller's processor ms a file": (ours.caller * 1000) / FILES,
      "server RSS MB after": memory.now,
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

if (import.meta.main) console.log(JSON.stringify(await attachments(), null, 2))
