// 2,000 sealed text requests over HTTP at concurrency 10, against the same bytes inserted durably into the same kind of store
// without HTTP. A submission is one call: a mailbox's genesis with its work, and the request behind it.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type CodeKeys, askGenesis, codeKeys, sealAsk } from "@safe-conduct/sealing/seal"
import { entryHash } from "@safe-conduct/sealing/verify"
import { openDatabase, writeGenesis } from "@safe-conduct/server"
import { EMPTY, type Entry, type Hash, hourOf } from "@safe-conduct/wire"
import { type BenchDesk, benchDesk, codeOf, nonceOf } from "./desk.ts"
import { type Lane, openLane, written } from "./lane.ts"
import { withPostgres } from "./postgres.ts"
import { atOnce, percentile, serveFolder } from "./served.ts"

const COUNT = Number(process.env["BENCH_SUBMISSIONS"] ?? 2000)
/** Sent, and inserted, before the clock starts: a server that runs for weeks has its code compiled. Both sides get it. */
const WARM = Number(process.env["BENCH_WARM"] ?? 500)
const LANES = 10

export interface Prepared {
  readonly keys: CodeKeys
  readonly genesis: Entry
  readonly request: Entry
  /** What goes over the wire, laid out before the clock starts: the genesis alone, and both together. */
  readonly opening: string
  readonly together: string
}

export async function prepare(bench: BenchDesk, count: number): Promise<Prepared[]> {
  const all: Prepared[] = []
  for (let n = 0; n < count; n++) {
    const keys = await codeKeys(bench.desk, codeOf(n))
    const place = { desk: bench.desk, stream: keys.ask, head: EMPTY, epoch: 1, directory: bench.directory }
    const genesis = await askGenesis(place, keys.signing)
    const body = { v: 1, kind: "request", text: "Прошу помощи. ".repeat(100), replyTo: keys.replyTo }
    const request = await sealAsk({ ...place, head: { seq: 0, hash: entryHash(genesis) } }, keys.signing, bench.intake, body)
    const paid = { key: keys.key, work: nonceOf(bench.desk, n, keys.ask) }
    const opening = JSON.stringify({ ...paid, entries: [genesis] })
    all.push({ keys, genesis, request, opening, together: JSON.stringify({ ...paid, entries: [genesis, request] }) })
  }
  return all
}

/** `databases` gives the address of a fresh empty database each time; without, SQLite in a passing folder. */
export async function submissions(databases?: () => Promise<string>): Promise<Record<string, number>> {
  const now = Date.now()
  const bench = await benchDesk(now)
  const prepared = await prepare(bench, WARM + COUNT)
  const data = mkdtempSync(join(tmpdir(), "bench-"))
  const bare = mkdtempSync(join(tmpdir(), "bench-"))
  try {
    const databaseUrl = await databases?.()
    const laying = await openDatabase({ data, ...(databaseUrl ? { databaseUrl } : {}) })
    await writeGenesis(laying, bench.entries, now)
    await laying.close()
    const served = await serveFolder(data, { databaseUrl })
    const calls: number[] = []
    const lanes = await Promise.all(Array.from({ length: LANES }, () => openLane(served.port)))
    const wire = prepared.map(({ together }) => written(served.port, "POST", "/api/mailboxes", together))
    const send = async (n: number, lane: Lane): Promise<void> => {
      const begun = performance.now()
      const { status, body } = await lane.send(wire[n] as Buffer)
      calls.push(performance.now() - begun)
      if (status !== 201) throw new Error(`${status}: ${body.toString()}`)
    }
    const warming = await atOnce(WARM, lanes, send)
    calls.length = 0
    const before = { server: served.cpu(), own: process.cpuUsage() }
    const run = await atOnce(COUNT, lanes, (n, lane) => send(WARM + n, lane))
    const own = process.cpuUsage(before.own)
    const cpu = served.cpu()
    for (const lane of lanes) lane.close()
    const memory = served.memory()
    await served.stop()
    const restarted = await serveFolder(data, { databaseUrl })
    await restarted.stop()

    const direct = await inserts(bare, bench, prepared, await databases?.())
    const perSecond = COUNT / run.seconds
    const failures = [...warming.failures, ...run.failures]
    if (failures.length > 0) console.error(failures[0])
    return {
      submissions: COUNT,
      failures: failures.length,
      perSecond,
      "inserted without HTTP per second": direct.perSecond,
      share: perSecond / direct.perSecond,
      "call p50 ms": percentile(calls, 50),
      "call p99 ms": percentile(calls, 99),
      "server's processor ms a submission": ((cpu.all - before.server.all) * 1000) / COUNT,
      "of it on the thread that answers": ((cpu.main - before.server.main) * 1000) / COUNT,
      "processor ms an insert without HTTP": direct.cpu,
      "caller's processor ms a submission": (own.user + own.system) / 1000 / COUNT,
      "server RSS MB after": memory.now,
      "server RSS MB peak": memory.peak,
      "start to /health ms on that folder": restarted.startedIn,
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
    rmSync(bare, { recursive: true, force: true })
  }
}

/** The same rows by the same store, as many at once, without HTTP, sessions or signatures checked. */
export async function inserts(
  data: string,
  bench: BenchDesk,
  prepared: readonly Prepared[],
  databaseUrl?: string,
): Promise<{ perSecond: number; cpu: number }> {
  const database = await openDatabase({ data, ...(databaseUrl ? { databaseUrl } : {}) })
  await writeGenesis(database, bench.entries, Date.now())
  const store = await database.open(bench.desk)
  const hour = hourOf(Date.now())
  const lanes = Array.from({ length: LANES }, (_, n) => n)
  const insert = async (n: number): Promise<void> => {
    const { genesis, request, keys } = prepared[n] as Prepared
    const hashes = [entryHash(genesis), entryHash(request)]
    const side = { epoch: 1, dirSeq: request.dirSeq, hour }
    await store.write(async (tx) => {
      const head = { seq: 1, hash: hashes[1] as Hash }
      await tx.createStream(
        { ...side, stream: keys.ask, kind: "ask", key: keys.key, pair: keys.answer, head },
        { ...side, stream: keys.answer, kind: "answer", pair: keys.ask, head: EMPTY },
      )
      await tx.putEntries(keys.ask, [genesis, request], hashes, hour)
    })
  }
  const warming = await atOnce(WARM, lanes, insert)
  const before = process.cpuUsage()
  const run = await atOnce(COUNT, lanes, (n) => insert(WARM + n))
  const used = process.cpuUsage(before)
  await store.close()
  const [failure] = [...warming.failures, ...run.failures]
  if (failure !== undefined) throw failure
  return { perSecond: COUNT / run.seconds, cpu: (used.user + used.system) / 1000 / COUNT }
}

if (import.meta.main)
  console.log(JSON.stringify(process.argv[2] === "postgres" ? await withPostgres(submissions) : await submissions(), null, 2))
