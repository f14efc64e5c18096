// The log on every engine: several processes write entries and extend it at the same time, and each entry becomes one leaf.
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { directoryIdOf, growing, hashOf, leafHash, provesConsistency, receiptSigning, consistencyPath } from "@safe-conduct/sealing/verify"
import { EMPTY, type Entry, type Hash, type Hour, type Id, ZERO_HASH, idFromBytes, hashBytes, toHex, utf8 } from "@safe-conduct/wire"
import { afterAll, describe, expect, test } from "vitest"
import { openPostgres } from "../store/postgres.ts"
import { openSqlite } from "../store/sqlite.ts"
import type { Database, Store } from "../store/store.ts"
import { type PostgresHere, postgresBin, startPostgres } from "../store/testing/postgres-here.ts"
import { sequence } from "./sequence.ts"
import { tileReader } from "./tiles.ts"

const hash = (text: string): Hash => hashOf(utf8(text))
const id = (text: string): Id => idFromBytes(hashBytes(hash(text)))
const hour = "2026-11-22T17Z" as Hour
const desk = id("desk")
let postgres: PostgresHere | null = null
afterAll(async () => postgres?.stop())

const entry = (stream: Id, seq: number): Entry => ({
  desk,
  stream,
  seq,
  prev: ZERO_HASH,
  author: id("author"),
  epoch: 1,
  dirSeq: 0,
  dirHash: ZERO_HASH,
  bodyHash: ZERO_HASH,
  size: 1,
  objects: [],
  guards: [],
  body: "AA==",
  signature: `${"A".repeat(86)}==`,
})

const bin = postgresBin()
describe.each(bin ? ["SQLite", "PostgreSQL"] : ["SQLite"])("on %s", (engine) => {
  test("nothing is left out and nothing stands twice, whoever writes and whoever extends", async () => {
    const folder = await mkdtemp(join(tmpdir(), "safe-conduct-log-"))
    if (engine === "PostgreSQL") postgres ??= await startPostgres(bin as string)
    const url = engine === "PostgreSQL" ? await postgres?.fresh() : undefined
    const open = (): Promise<Database> => (url === undefined ? openSqlite(join(folder, "desk.sqlite")) : openPostgres(url, 3))
    const first = await open()
    await first.createDesk({ desk, trial: true }, { receiptSeed: new Uint8Array(32).fill(3), macKey: new Uint8Array(32) })
    const stores: Store[] = [await first.open(desk)]
    // One process has a SQLite file to itself; PostgreSQL serves as many as there are.
    if (url !== undefined) for (let n = 0; n < 2; n++) stores.push(await (await open()).open(desk))
    const clock = { now: Date.UTC(2026, 10, 22, 17, 20) }
    const receipts = receiptSigning(new Uint8Array(32).fill(3))
    const [one] = stores as [Store]
    await one.write((tx) => tx.createStream({ stream: directoryIdOf(desk), kind: "directory", head: EMPTY, epoch: 0, dirSeq: 0, hour }))
    const write = async (store: Store, name: string): Promise<void> => {
      for (let seq = 0; seq < 40; seq++) {
        const stream = id(`${name} ${seq % 5}`)
        const e = entry(stream, Math.floor(seq / 5))
        const head = { seq: e.seq, hash: hash(`${name} ${seq}`) }
        await store.write(async (tx) => {
          const before = (await tx.stream(stream))?.head
          if (before === undefined) await tx.createStream({ stream, kind: "shared", head, epoch: 1, dirSeq: 0, hour })
          else await tx.advance(stream, before, { head, epoch: 1, dirSeq: 0, hour })
          await tx.putEntry(stream, e, head.hash, hour)
        })
      }
    }
    const stood: { size: number; root: Hash }[] = []
    const extend = async (store: Store, n: number): Promise<void> => {
      for (let round = 0; round < 12; round++) {
        await sequence({ desk, receipts, now: () => clock.now, store }, `process ${n}`)
        const row = await store.log.standing()
        if (row) stood.push({ size: row.size, root: row.root })
        await new Promise((resolve) => setTimeout(resolve, 3))
      }
    }
    await Promise.all(stores.flatMap((store, n) => [write(store, `a${n}`), write(store, `b${n}`), extend(store, n), extend(store, n)]))
    clock.now += 10 * 60_000
    expect(await sequence({ desk, receipts, now: () => clock.now, store: one }, "last")).toBe(true)

    const row = await one.log.standing()
    const size = stores.length * 80
    expect(row?.size).toBe(size)
    const places = new Map<number, string>()
    for (let n = 0; n < stores.length; n++)
      for (const name of [`a${n}`, `b${n}`])
        for (let seq = 0; seq < 40; seq++) {
          const place = await one.log.placeOf(id(`${name} ${seq % 5}`), Math.floor(seq / 5))
          places.set(place as number, toHex(leafHash(hash(`${name} ${seq}`), hour)))
        }
    expect([...places.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, n) => n))
    const tree = growing()
    for (let place = 0; place < size; place++) tree.add(hashBytes(places.get(place) as Hash))
    expect(tree.root()).toBe(row?.root)
    for (const { size: older, root } of stood)
      expect(provesConsistency(older, root, size, tree.root(), await consistencyPath(older, size, tileReader(one.log)))).toBe(true)
    for (const store of stores) await store.close()
    await rm(folder, { recursive: true, force: true })
  })
})
