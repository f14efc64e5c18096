// 2,000 sealed text requests over HTTP at concurrency 10, against the same bytes inserted durably into the same kind of store
// without HTTP. A submission is four calls: mailbox, challenge, session, request.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type CodeKeys, askGenesis, codeKeys, sealAsk, signSession } from "@safe-conduct/sealing/seal"
import { entryHash } from "@safe-conduct/sealing/verify"
import { openDatabase, writeGenesis } from "@safe-conduct/server"
import { EMPTY, type Entry, hourOf } from "@safe-conduct/wire"
import { type BenchDesk, benchDesk, codeOf, nonceOf } from "./desk.ts"
import { openLane } from "./lane.ts"
import { withPostgres } from "./postgres.ts"
import { atOnce, percentile, serveFolder } from "./served.ts"

const COUNT = Number(process.env["BENCH_SUBMISSIONS"] ?? 2000)
const LANES = 10

export interface Prepared {
  readonly keys: CodeKeys
  readonly genesis: Entry
  readonly request: Entry
  /** What goes over the wire, laid out before the clock starts. */
  readonly opening: string
  readonly sending: string
}

export async function prepare(bench: BenchDesk, count: number): Promise<Prepared[]> {
  const all: Prepared[] = []
  for (let n = 0; n < count; n++) {
    const keys = await codeKeys(bench.desk, codeOf(n))
    const place = { desk: bench.desk, stream: keys.ask, head: EMPTY, epoch: 1, directory: bench.directory }
    const genesis = await askGenesis(place, keys.signing)
    const body = { v: 1, kind: "request", text: "Прошу помощи. ".repeat(100), replyTo: keys.replyTo }
    const request = await sealAsk({ ...place, head: { seq: 0, hash: entryHash(genesis) } }, keys.signing, bench.intake, body)
    const opening = JSON.stringify({ key: keys.key, work: nonceOf(bench.desk, n, keys.ask), entry: genesis })
    all.push({ keys, genesis, request, opening, sending: JSON.stringify({ entries: [request] }) })
  }
  return all
}

/** `databases` gives the address of a fresh empty database each time; without, SQLite in a passing folder. */
export async function submissions(databases?: () => Promise<string>): Promise<Record<string, number>> {
  const now = Date.now()
  const bench = await benchDesk(now)
  const prepared = await prepare(bench, COUNT)
  const data = mkdtempSync(join(tmpdir(), "bench-"))
  const bare = mkdtempSync(join(tmpdir(), "bench-"))
  try {
    const databaseUrl = await databases?.()
    const laying = await openDatabase({ data, ...(databaseUrl ? { databaseUrl } : {}) })
    await writeGenesis(laying, bench.entries, now)
    await laying.close()
    const served = await serveFolder(data, databaseUrl)
    const calls: number[] = []
    const whole: number[] = []
    const lanes = await Promise.all(Array.from({ length: LANES }, () => openLane(served.port)))
    const before = { server: served.cpu(), own: process.cpuUsage() }
    const run = await atOnce(COUNT, lanes, async (n, lane) => {
      const { keys, opening, sending } = prepared[n] as Prepared
      const call = async (method: string, path: string, status: number, body?: string, token?: string): Promise<Record<string, string>> => {
        const begun = performance.now()
        const answer = await lane.call(method, path, body, token)
        calls.push(performance.now() - begun)
        if (answer.status !== status) throw new Error(`${path}: ${answer.status} ${answer.body.toString()}`)
        return JSON.parse(answer.body.toString()) as Record<string, string>
      }
      const begun = performance.now()
      await call("POST", "/api/mailboxes", 201, opening)
      const { challenge } = await call("GET", "/api/challenge", 200)
      const signature = await signSession(keys.signing, served.url, bench.desk, keys.ask, challenge as string)
      const asking = { subject: { kind: "mailbox", key: keys.key }, challenge, origin: served.url, signature }
      const { token } = await call("POST", "/api/session", 201, JSON.stringify(asking))
      await call("POST", `/api/streams/${keys.ask}/entries`, 201, sending, token)
      whole.push(performance.now() - begun)
    })
    const own = process.cpuUsage(before.own)
    const cpu = served.cpu() - before.server
    for (const lane of lanes) lane.close()
    const memory = served.memory()
    await served.stop()
    const restarted = await serveFolder(data, databaseUrl)
    await restarted.stop()

    const direct = await inserts(bare, bench, prepared, await databases?.())
    const perSecond = COUNT / run.seconds
    if (run.failures.length > 0) console.error(run.failures[0])
    return {
      submissions: COUNT,
      failures: run.failures.length,
      perSecond,
      "inserted without HTTP per second": direct,
      share: perSecond / direct,
      "call p50 ms": percentile(calls, 50),
      "call p99 ms": percentile(calls, 99),
      "submission p99 ms": percentile(whole, 99),
      "server's processor ms a submission": (cpu * 1000) / COUNT,
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
export async function inserts(data: string, bench: BenchDesk, prepared: readonly Prepared[], databaseUrl?: string): Promise<number> {
  const database = await openDatabase({ data, ...(databaseUrl ? { databaseUrl } : {}) })
  await writeGenesis(database, bench.entries, Date.now())
  const store = await database.open(bench.desk)
  const hour = hourOf(Date.now())
  const lanes = Array.from({ length: LANES }, (_, n) => n)
  const run = await atOnce(prepared.length, lanes, async (n) => {
    const { genesis, request, keys } = prepared[n] as Prepared
    const first = { seq: 0, hash: entryHash(genesis) }
    const side = { key: keys.key, epoch: 1, dirSeq: genesis.dirSeq, hour }
    await store.write(async (tx) => {
      await tx.createStream({ ...side, stream: keys.ask, kind: "ask", pair: keys.answer, head: first })
      await tx.createStream({ ...side, stream: keys.answer, kind: "answer", pair: keys.ask, head: EMPTY })
      await tx.putEntry(keys.ask, genesis, first.hash, hour)
    })
    await store.write(async (tx) => {
      const hash = entryHash(request)
      await tx.advance(keys.ask, first, { head: { seq: 1, hash }, epoch: 1, dirSeq: request.dirSeq, hour })
      await tx.putEntry(keys.ask, request, hash, hour)
    })
  })
  await store.close()
  if (run.failures.length > 0) throw run.failures[0]
  return prepared.length / run.seconds
}

if (import.meta.main)
  console.log(JSON.stringify(process.argv[2] === "postgres" ? await withPostgres(submissions) : await submissions(), null, 2))
