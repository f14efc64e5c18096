// 50 times: a request with a file, and the server killed (SIGKILL) the moment its receipt is read. Then everything that had a
// receipt must be there, byte for byte.
import { mkdtempSync, rmSync } from "node:fs"
import { once } from "node:events"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { askGenesis, codeKeys, newFileSecret, randomId, sealAsk, sealPart, signSession } from "@safe-conduct/sealing/seal"
import { digest, entryHash } from "@safe-conduct/sealing/verify"
import { openDatabase, writeGenesis } from "@safe-conduct/server"
import { EMPTY, type Entry, type Id, type Page } from "@safe-conduct/wire"
import { benchDesk, codeOf, nonceOf } from "./desk.ts"
import { type Lane, openLane } from "./lane.ts"
import { hashesOf, must, sendFile, signIn } from "./mailbox.ts"
import { withPostgres } from "./postgres.ts"
import { serveFolder } from "./served.ts"

const ROUNDS = Number(process.env["BENCH_KILLS"] ?? 50)

export async function kill(databaseUrl?: string): Promise<Record<string, number>> {
  const now = Date.now()
  const bench = await benchDesk(now)
  const data = mkdtempSync(join(tmpdir(), "bench-"))
  try {
    const laying = await openDatabase({ data, ...(databaseUrl ? { databaseUrl } : {}) })
    await writeGenesis(laying, bench.entries, now)
    await laying.close()
    const receipts: { readonly entry: Entry; readonly file: Id; readonly hashes: readonly string[] }[] = []
    const started: number[] = []

    for (let round = 0; round < ROUNDS; round++) {
      const keys = await codeKeys(bench.desk, codeOf(round))
      const place = { desk: bench.desk, stream: keys.ask, head: EMPTY, epoch: 1, directory: bench.directory }
      const genesis = await askGenesis(place, keys.signing)
      const { recipient } = await newFileSecret()
      const parts = [
        await sealPart(recipient, new Uint8Array(1 << 20).fill(round), 2),
        await sealPart(recipient, new Uint8Array(1000 + round).fill(round), 2),
      ]
      const hashes = await hashesOf(parts)
      const id = randomId()
      const body = { v: 1, kind: "request", text: `round ${round}`, replyTo: keys.replyTo }
      const first = { seq: 0, hash: entryHash(genesis) }
      const entry = await sealAsk({ ...place, head: first, objects: [id] }, keys.signing, bench.intake, body)
      const served = await serveFolder(data, { databaseUrl })
      started.push(served.startedIn)
      const lane = await openLane(served.port)
      const opening = { key: keys.key, work: nonceOf(bench.desk, round, keys.ask), entry: genesis }
      await must(201, lane.call("POST", "/api/mailboxes", JSON.stringify(opening)))
      // A session is not promised to outlive the machine: each life signs in anew.
      const token = await signIn(lane, served.url, bench.desk, keys)
      await sendFile(lane, token, id, parts, hashes)
      await must(201, lane.call("POST", `/api/streams/${keys.ask}/entries`, JSON.stringify({ entries: [entry] }), token))
      served.child.kill("SIGKILL")
      await once(served.child, "exit")
      receipts.push({ entry, file: id, hashes })
      lane.close()
    }

    const served = await serveFolder(data, { databaseUrl })
    const lane = await openLane(served.port)
    const token = await memberToken(lane, served.url, bench)
    let lost = 0
    for (const { entry, file, hashes } of receipts) {
      const answer = await lane.call("GET", `/api/streams/${entry.stream}/entries?from=1&limit=500`, undefined, token)
      const page = answer.status === 200 ? (JSON.parse(answer.body.toString()) as Page) : null
      const there = page?.entries.find((row) => row.entry.seq === entry.seq)?.entry
      let whole = there?.body === entry.body && there.signature === entry.signature
      for (const [n, hash] of hashes.entries()) {
        const part = await lane.call("GET", `/api/objects/${file}/parts/${n}`, undefined, token)
        whole &&= part.status === 200 && (await digest(part.body)) === hash
      }
      if (!whole) lost++
    }
    lane.close()
    await served.stop()
    return { rounds: ROUNDS, lost, "start to /health after a kill, median ms": started.sort((a, b) => a - b)[ROUNDS >> 1] as number }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

async function memberToken(lane: Lane, url: string, bench: Awaited<ReturnType<typeof benchDesk>>): Promise<string> {
  const { challenge } = await must(200, lane.call("GET", "/api/challenge"))
  const signature = await signSession(bench.admin.signing, url, bench.desk, bench.admin.id, challenge as string)
  const asking = { subject: { kind: "member", member: bench.admin.id }, challenge, origin: url, signature }
  return (await must(201, lane.call("POST", "/api/session", JSON.stringify(asking))))["token"] as string
}

if (import.meta.main)
  console.log(
    JSON.stringify(process.argv[2] === "postgres" ? await withPostgres(async (fresh) => kill(await fresh())) : await kill(), null, 2),
  )
