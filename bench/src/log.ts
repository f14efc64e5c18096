// What an append costs, the log's round included, on a desk whose log holds 1,000 entries and on one that holds 100,000: the same signed
// entries through the same server, turn by turn, so that the machine's other work weighs on both.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { signSession } from "@safe-conduct/sealing/seal"
import { hashOf } from "@safe-conduct/sealing/verify"
import { type Server, createServer } from "@safe-conduct/server"
import { type Entry, type Hash, hourOf, idFromBytes, toBase64, u64be } from "@safe-conduct/wire"
import { type Laid, type Made, layDesk, makeChain } from "./chains.ts"
import { fixed } from "./desk.ts"
import { withPostgres } from "./postgres.ts"
import { median } from "./served.ts"

const SMALL = 1000
const LARGE = Number(process.env["BENCH_ENTRIES"] ?? 100_000)
const ROUNDS = 20
const EACH = 50

/** Rows of entries that nobody verifies: the log reads their hashes and hours. */
async function fill({ store, bench }: Laid, count: number, model: Entry): Promise<void> {
  const hour = hourOf(Date.now())
  for (let at = 0; at < count; ) {
    const stream = idFromBytes(fixed(`filler ${at}`))
    const n = Math.min(200, count - at)
    const entries = Array.from({ length: n }, (_, seq) => ({ ...model, desk: bench.desk, stream, seq }))
    const hashes = entries.map((_, seq) => hashOf(u64be(at + seq)) as Hash)
    await store.write(async (tx) => {
      await tx.createStream({ stream, kind: "shared", head: { seq: n - 1, hash: hashes.at(-1) as Hash }, epoch: 1, dirSeq: 0, hour })
      for (let from = 0; from < n; from += 64)
        await tx.putEntries(stream, entries.slice(from, from + 64), hashes.slice(from, from + 64), hour)
    })
    at += n
  }
}

interface Desk {
  readonly server: Server
  readonly made: Made
  readonly token: string
  next: number
  readonly spent: number[]
  readonly took: number[]
}

async function post(server: Server, path: string, body: unknown, token?: string): Promise<Record<string, unknown>> {
  const answer = await server.request(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}

async function open(data: string, count: number, databaseUrl?: string): Promise<Desk> {
  const laid = await layDesk(data, Date.now(), databaseUrl)
  const made = await makeChain(laid, "appended", ROUNDS * EACH)
  await fill(laid, count, made.entries[1] as Entry)
  const { desk, admin } = laid.bench
  await laid.store.close()
  const server = await createServer({
    data,
    trial: true,
    now: () => Date.now(),
    desk,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  })
  await server.sequence()
  const { challenge } = (await (await server.request("/api/challenge")).json()) as { challenge: string }
  const origin = "http://localhost"
  const signature = await signSession(admin.signing, origin, desk, admin.id, challenge)
  const { token } = (await post(server, "/api/session", {
    subject: { kind: "member", member: admin.id },
    challenge,
    origin,
    signature,
  })) as { token: string }
  const [roster] = made.entries
  const envelopes = made.input.envelopes.map(({ member, sealed }) => ({ member, sealed: toBase64(sealed) }))
  await post(server, `/api/streams/${made.stream}/entries`, { entries: [roster], envelopes: [{ epoch: 1, envelopes }] }, token)
  return { server, made, token, next: 1, spent: [], took: [] }
}

/** Milliseconds of the processor for some appends and the round that takes them into the log. */
async function round(desk: Desk): Promise<void> {
  const { made, server, token } = desk
  const before = process.cpuUsage()
  const begun = performance.now()
  for (let n = 0; n < EACH; n++) await post(server, `/api/streams/${made.stream}/entries`, { entries: [made.entries[desk.next++]] }, token)
  await server.sequence()
  const { user, system } = process.cpuUsage(before)
  desk.spent.push((user + system) / 1000 / EACH)
  desk.took.push((performance.now() - begun) / EACH)
}

export async function appending(databases?: () => Promise<string>): Promise<Record<string, number>> {
  const folders = [mkdtempSync(join(tmpdir(), "bench-")), mkdtempSync(join(tmpdir(), "bench-"))] as const
  try {
    const small = await open(folders[0], SMALL, await databases?.())
    const large = await open(folders[1], LARGE, await databases?.())
    for (let n = 0; n < ROUNDS; n++) for (const desk of n % 2 === 0 ? [small, large] : [large, small]) await round(desk)
    const [few, many] = [median(small.spent), median(large.spent)]
    await small.server.close()
    await large.server.close()
    return {
      "an append at 1,000, ms of processor": few,
      "an append at 100,000, ms of processor": many,
      ratio: many / few,
      "the same by the clock": median(large.took) / median(small.took),
    }
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main)
  console.log(JSON.stringify(process.argv[2] === "postgres" ? await withPostgres(appending) : await appending(), null, 2))
