// The desk's log: it takes up everything that is stored, by one process at a time, and proves what it says.
import { seenEntry } from "@safe-conduct/sealing/seal"
import {
  headAfter,
  leafHash,
  nodeHash,
  provesConsistency,
  provesInclusion,
  receiptSigning,
  seenIdOf,
  verifyCheckpoint,
} from "@safe-conduct/sealing/verify"
import { type Appended, type Checkpoint, EMPTY, type Entry, type Hash, type Seen, fromHex, toHex } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openDatabase } from "../index.ts"
import type { LogRow, LogStore } from "../store/log-store.ts"
import { type InventedDesk, type Mailbox, type Shared, inventedDesk, line, openMailbox, shared } from "../testing/invented-desk.ts"
import { sequence } from "./sequence.ts"
import { tileReader } from "./tiles.ts"

let d: InventedDesk
let ada: string
let m: Mailbox
let s: Shared
let head: { seq: number; hash: Hash }
const receipts: Appended["receipt"][] = []
const code = (answer: { status: number; json: { error: string } }) => [answer.status, answer.json.error]

async function write(count: number): Promise<void> {
  for (let left = count; left > 0; ) {
    const entries: Entry[] = []
    for (; entries.length < 40 && left > 0; left--) {
      entries.push(await line(d, s, d.ada, head, { does: "x", left }))
      head = headAfter(entries.at(-1) as Entry)
    }
    const done = await d.append(s.stream, { entries }, ada)
    if (done.status !== 201) throw new Error(JSON.stringify(done.json))
    receipts.push(done.json.receipt)
  }
}
const standing = async (): Promise<Checkpoint> => (await d.call("GET", "/api/log", undefined, ada)).json
const leaves = async (size: number): Promise<string[]> => {
  const { bytes } = await d.call("GET", `/api/log/leaves?from=0&to=${size}`, undefined, ada)
  return Array.from({ length: size }, (_, n) => toHex(bytes.subarray(n * 32, n * 32 + 32)))
}
/** The root as RFC 6962 defines it, from the leaves alone. */
function plain(of: readonly string[]): string {
  if (of.length === 1) return of[0] as string
  let k = 1
  while (k * 2 < of.length) k *= 2
  return toHex(nodeHash(fromHex(plain(of.slice(0, k))), fromHex(plain(of.slice(k)))))
}

beforeAll(async () => {
  d = await inventedDesk()
  ada = await d.signIn(d.ada)
  m = await openMailbox(d)
  s = await shared(d, [d.ada, d.cleo])
  const begun = await d.append(s.stream, s.input, ada)
  head = begun.json.head
  receipts.push(begun.json.receipt)
})
afterAll(() => d.close())

describe("the log", () => {
  test("is empty before the first round, and then holds the directory and everything else", async () => {
    expect(code(await d.call("GET", "/api/log", undefined, ada))).toEqual([404, "log-empty"])
    await d.server.sequence()
    const first = await standing()
    const { received } = (await d.call("GET", "/desk.json")).json
    expect(first.size).toBe(4 + 1 + 1)
    expect(await verifyCheckpoint(received, first)).toBe(true)
    expect(first.root).toBe(plain(await leaves(first.size)))
  })
  test("only grows: each checkpoint is the beginning of every later one, across tiles and any number of rounds", async () => {
    const stood: Checkpoint[] = [await standing()]
    for (const count of [1, 0, 250, 3, 261]) {
      await write(count)
      await d.server.sequence()
      stood.push(await standing())
    }
    const last = stood.at(-1) as Checkpoint
    expect(last.size).toBe(1 + 5 + 515)
    expect(last.root).toBe(plain(await leaves(last.size)))
    for (const [i, earlier] of stood.entries())
      for (const later of stood.slice(i)) {
        const { json } = await d.call("GET", `/api/log/consistency?from=${earlier.size}&to=${later.size}`, undefined, ada)
        expect(provesConsistency(earlier.size, earlier.root, later.size, later.root, json.path)).toBe(true)
      }
  })
  test("every receipt can be shown to be in it, with its hour, and no other", async () => {
    const { size, root } = await standing()
    for (const receipt of receipts) {
      const { json } = await d.call("GET", `/api/log/inclusion?stream=${receipt.stream}&seq=${receipt.seq}&size=${size}`, undefined, ada)
      expect(provesInclusion(leafHash(receipt.hash, receipt.hour), json.place, size, json.path, root)).toBe(true)
      const other = "2026-11-22T18Z" as typeof receipt.hour
      expect(provesInclusion(leafHash(receipt.hash, other), json.place, size, json.path, root)).toBe(false)
    }
    await write(1)
    const { stream, seq } = receipts.at(-1) as Appended["receipt"]
    const early = await d.call("GET", `/api/log/inclusion?stream=${stream}&seq=${seq}&size=${size}`, undefined, ada)
    expect(code(early)).toEqual([404, "not-in-log"])
  })
  test("is nobody's business but members', and of a stream only its readers'", async () => {
    const mailbox = await d.signIn(m.keys)
    for (const path of ["/api/log", "/api/log/consistency?from=1&to=2", "/api/log/leaves?from=0&to=1"]) {
      expect(code(await d.call("GET", path, undefined, mailbox))).toEqual([403, "not-member"])
      expect(code(await d.call("GET", path))).toEqual([401, "no-session"])
    }
    const ben = await d.signIn(d.ben)
    expect(code(await d.call("GET", `/api/log/inclusion?stream=${s.stream}&seq=0&size=1`, undefined, ben))).toEqual([403, "not-on-roster"])
  })
  test("answers nothing about sizes that it never had", async () => {
    const { size } = await standing()
    for (const path of [
      `consistency?from=0&to=1`,
      `consistency?from=2&to=1`,
      `consistency?from=1&to=${size + 1}`,
      `leaves?from=0&to=${size + 1}`,
    ])
      expect(code(await d.call("GET", `/api/log/${path}`, undefined, ada))).toEqual([404, "not-in-log"])
    expect((await d.call("GET", "/api/log/consistency?from=x&to=1", undefined, ada)).status).toBe(400)
  })
})

describe("a member's word on it", () => {
  test("stands in a stream of her own, is read by every member and written by her alone", async () => {
    const { size, root } = await standing()
    const stream = seenIdOf(d.desk, d.ada.id)
    const said = (who: InventedDesk["ada"], seen: Seen, at = EMPTY, to = stream): Promise<Entry> =>
      seenEntry({ desk: d.desk, stream: to, head: at, directory: d.directory() }, who.keys.signing, seen)
    const [ben, cleo] = [await d.signIn(d.ben), await d.signIn(d.cleo)]
    const forged = await said(d.ben, { size, root })
    expect(code(await d.append(stream, { entries: [forged] }, ada))).toEqual([403, "not-yours"])
    expect((await d.append(stream, { entries: [forged] }, ben)).status).not.toBe(201)
    const first = await said(d.ada, { size, root })
    expect((await d.append(stream, { entries: [first] }, ada)).status).toBe(201)
    expect((await d.append(stream, { entries: [first] }, ada)).status).toBe(201)
    expect(code(await d.append(stream, { entries: [await said(d.ben, { size, root }, headAfter(first))] }, ben))).toEqual([
      403,
      "not-yours",
    ])
    const page = (await d.call("GET", `/api/streams/${stream}/entries?from=0`, undefined, cleo)).json
    expect(page.entries.map((row: { entry: Entry }) => row.entry)).toEqual([first])
    expect((await d.call("GET", "/api/heads?since=0", undefined, ben)).json.rows).toContainEqual(
      expect.objectContaining({ stream, kind: "seen" }),
    )
  })
  test("says nothing else: no other bytes, files, epochs or cards stand there, and nobody sits down in her place before her", async () => {
    const stream = seenIdOf(d.desk, d.cleo.id)
    const cleo = await d.signIn(d.cleo)
    const squat = await shared(d, [d.ada], stream)
    expect(code(await d.append(stream, squat.input, ada))).toEqual([403, "not-yours"])
    const roster = await shared(d, [d.cleo], stream)
    expect(code(await d.append(stream, roster.input, cleo))).toEqual([400, "no-envelopes-here"])
    expect(code(await d.append(stream, { entries: roster.input.entries }, cleo))).toEqual([400, "malformed-seen"])
  })
})

describe("the job", () => {
  const opened = async () => {
    const database = await openDatabase({ data: d.data })
    const store = await database.open(d.desk)
    const { receiptSeed } = await store.settings()
    return { store, service: { desk: d.desk, receipts: receiptSigning(receiptSeed), now: () => d.clock.now, store } }
  }
  test("is done by one process at a time; a dead one's lease runs out, and meanwhile everything is still stored", async () => {
    const { store, service } = await opened()
    await d.server.sequence()
    const before = await standing()
    const minute = Math.floor(d.clock.now / 60_000)
    expect(await store.log.claim("dead", minute, minute + 2)).not.toBeNull()
    await write(3)
    expect(await sequence(service, "other")).toBe(false)
    await d.server.sequence()
    expect(await standing()).toEqual(before)
    d.clock.now += 2 * 60_000
    expect(await sequence(service, "other")).toBe(true)
    expect((await standing()).size).toBe(before.size + 3)
    await store.close()
  })
  test("two that both believe they hold the lease extend it once", async () => {
    const { store, service } = await opened()
    await write(2)
    let stolen = false
    /** Between this process's reading and its writing the lease is taken and the work done by another. */
    const slow: LogStore = {
      ...store.log,
      async extend(holder, from, to: Parameters<LogStore["extend"]>[2], until) {
        if (!stolen) {
          stolen = true
          d.clock.now += 3 * 60_000
          expect(await sequence(service, "quick")).toBe(true)
        }
        return store.log.extend(holder, from, to, until)
      },
    }
    const { size } = await standing()
    expect(await sequence({ ...service, store: { log: slow } }, "slow")).toBe(false)
    const after = await standing()
    expect(after.size).toBe(size + 2)
    expect(after.root).toBe(plain(await leaves(after.size)))
    await store.close()
  })
  test("a row that changes without a new entry moves nothing but the cursor", async () => {
    const { store, service } = await opened()
    await sequence(service, "one")
    const before = (await store.log.standing()) as LogRow
    await d.call("GET", `/api/streams/${m.keys.answer}/entries`, undefined, await d.signIn(m.keys))
    expect(await store.log.behind()).toBe(true)
    await sequence(service, "one")
    const after = (await store.log.standing()) as LogRow
    expect({ ...after, cursor: 0 }).toEqual({ ...before, cursor: 0 })
    expect(after.cursor).toBeGreaterThan(before.cursor)
    expect(await store.log.behind()).toBe(false)
    await store.close()
  })
  test("a tile that lost its end is a fault and no answer", async () => {
    const read = tileReader({ tiles: async (at) => at.map(() => new Uint8Array(32)) })
    await expect(read([{ level: 0, index: 1 }])).rejects.toThrow("short")
  })
})
