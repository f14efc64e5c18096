// 2,000 sealed text requests over HTTP at concurrency 10, against the same bytes inserted durably into the same kind of store
// without HTTP. A submission is four calls: mailbox, challenge, session, request.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { askGenesis, codeKeys, sealAsk, signSession } from "@safe-conduct/sealing/seal"
import { entryHash } from "@safe-conduct/sealing/verify"
import { openDatabase, writeGenesis } from "@safe-conduct/server"
import { EMPTY, type Entry, type PublicKey, hourOf } from "@safe-conduct/wire"
import { benchDesk, codeOf, nonces } from "./desk.ts"
import { atOnce, percentile, serveFolder } from "./served.ts"

const COUNT = Number(process.env["BENCH_SUBMISSIONS"] ?? 2000)
const LANES = 10

export async function submissions(databaseUrl?: string): Promise<Record<string, number | string>> {
  const now = Date.now()
  const bench = await benchDesk(now)
  const work = await nonces(bench.desk, COUNT)
  const prepared: { key: PublicKey; genesis: Entry; request: Entry; keys: Awaited<ReturnType<typeof codeKeys>> }[] = []
  for (let n = 0; n < COUNT; n++) {
    const keys = await codeKeys(bench.desk, codeOf(n))
    const place = { desk: bench.desk, stream: keys.ask, head: EMPTY, epoch: 1, directory: bench.directory }
    const genesis = await askGenesis(place, keys.signing)
    const body = { v: 1, kind: "request", text: "Прошу помощи. ".repeat(100), replyTo: keys.replyTo }
    const request = await sealAsk({ ...place, head: { seq: 0, hash: entryHash(genesis) } }, keys.signing, bench.intake, body)
    prepared.push({ key: keys.key, genesis, request, keys })
  }

  const data = mkdtempSync(join(tmpdir(), "bench-"))
  const bare = mkdtempSync(join(tmpdir(), "bench-"))
  try {
    const laying = await openDatabase({ data, ...(databaseUrl ? { databaseUrl } : {}) })
    if (!(await laying.desks()).some((d) => d.desk === bench.desk)) await writeGenesis(laying, bench.entries, now)
    await laying.close()
    const served = await serveFolder(data, databaseUrl)
    const calls: number[] = []
    const whole: number[] = []
    const call = async (path: string, body?: unknown, token?: string): Promise<Record<string, string>> => {
      const begun = performance.now()
      const response = await fetch(served.url + path, {
        method: body === undefined ? "GET" : "POST",
        headers: {
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const json = (await response.json()) as Record<string, string>
      calls.push(performance.now() - begun)
      if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(json)}`)
      return json
    }
    const run = await atOnce(COUNT, LANES, async (n) => {
      const { key, genesis, request, keys } = prepared[n] as (typeof prepared)[0]
      const begun = performance.now()
      await call("/api/mailboxes", { key, work: work[n], entry: genesis })
      const { challenge } = await call("/api/challenge")
      const signature = await signSession(keys.signing, served.url, bench.desk, keys.ask, challenge as string)
      const { token } = await call("/api/session", { subject: { kind: "mailbox", key }, challenge, origin: served.url, signature })
      await call(`/api/streams/${keys.ask}/entries`, { entries: [request] }, token)
      whole.push(performance.now() - begun)
    })
    const memory = served.memory()
    await served.stop()
    const restarted = await serveFolder(data, databaseUrl)
    await restarted.stop()

    const direct = databaseUrl ? null : await inserts(bare, bench, prepared)
    const perSecond = COUNT / run.seconds
    if (run.failures.length > 0) console.error(run.failures[0])
    return {
      submissions: COUNT,
      failures: run.failures.length,
      "submissions per second": perSecond,
      "call p50 ms": percentile(calls, 50),
      "call p99 ms": percentile(calls, 99),
      "submission p99 ms": percentile(whole, 99),
      ...(direct === null ? {} : { "inserted without HTTP per second": direct, "share of that": perSecond / direct }),
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
async function inserts(
  data: string,
  bench: Awaited<ReturnType<typeof benchDesk>>,
  prepared: readonly { genesis: Entry; request: Entry; key: PublicKey; keys: { ask: string; answer: string } }[],
): Promise<number> {
  const database = await openDatabase({ data })
  await writeGenesis(database, bench.entries, Date.now())
  const store = await database.open(bench.desk)
  const hour = hourOf(Date.now())
  const run = await atOnce(prepared.length, LANES, async (n) => {
    const { genesis, request, key, keys } = prepared[n] as (typeof prepared)[0]
    const first = { seq: 0, hash: entryHash(genesis) }
    await store.write(async (tx) => {
      await tx.createStream({
        stream: genesis.stream,
        kind: "ask",
        key,
        pair: keys.answer as never,
        head: first,
        epoch: 1,
        dirSeq: genesis.dirSeq,
        hour,
      })
      await tx.createStream({
        stream: keys.answer as never,
        kind: "answer",
        key,
        pair: genesis.stream,
        head: EMPTY,
        epoch: 1,
        dirSeq: genesis.dirSeq,
        hour,
      })
      await tx.putEntry(genesis.stream, genesis, first.hash, hour)
    })
    await store.write(async (tx) => {
      const hash = entryHash(request)
      await tx.advance(request.stream, first, { head: { seq: 1, hash }, epoch: 1, dirSeq: request.dirSeq, hour })
      await tx.putEntry(request.stream, request, hash, hour)
    })
  })
  await store.close()
  if (run.failures.length > 0) throw run.failures[0]
  return prepared.length / run.seconds
}

if (import.meta.main) console.log(await submissions(process.env["BENCH_DATABASE_URL"]))
