// One contract for every engine: SQLite, PostgreSQL where its binaries are found, and PostgreSQL's dialect in memory besides.
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { directoryIdOf, hashOf } from "@safe-conduct/sealing/verify"
import { type Card, type Entry, type Hash, type Head, type Hour, type Id, EMPTY, ZERO_HASH, idFromBytes, utf8 } from "@safe-conduct/wire"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPostgres } from "./postgres.ts"
import { openSqlite } from "./sqlite.ts"
import type { Database, Store, Transaction } from "./store.ts"
import { openPglite } from "./testing/pglite.ts"
import { type PostgresHere, postgresBin, startPostgres } from "./testing/postgres-here.ts"

let count = 0
const id = (): Id => idFromBytes(hashOf16(`id ${++count}`))
const hashOf16 = (text: string): Uint8Array => Buffer.from(hashOf(utf8(text)), "hex")
const hash = (text: string): Hash => hashOf(utf8(text))
const hour = "2026-11-22T17Z" as Hour

const entry = (desk: Id, stream: Id, seq: number, more: Partial<Entry> = {}): Entry => ({
  desk,
  stream,
  seq,
  prev: ZERO_HASH,
  author: id(),
  epoch: 1,
  dirSeq: 0,
  dirHash: ZERO_HASH,
  bodyHash: hash(`body ${seq}`),
  size: 4,
  objects: [],
  guards: [],
  body: Buffer.from(`b${seq}.!`.slice(0, 4)).toString("base64"),
  signature: `${"A".repeat(86)}==`,
  ...more,
})

interface Engine {
  readonly name: string
  open(): Promise<{ database: Database; again: (() => Promise<Database>) | null; drop: () => Promise<void> }>
}

let postgres: PostgresHere | null = null
const bin = postgresBin()

const sqlite: Engine = {
  name: "SQLite",
  async open() {
    const folder = await mkdtemp(join(tmpdir(), "safe-conduct-store-"))
    const path = join(folder, "desk.sqlite")
    return { database: await openSqlite(path), again: () => openSqlite(path), drop: () => rm(folder, { recursive: true }) }
  },
}
const real: Engine = {
  name: "PostgreSQL",
  async open() {
    postgres ??= await startPostgres(bin as string)
    const url = await postgres.fresh()
    return { database: await openPostgres(url), again: () => openPostgres(url), drop: async () => undefined }
  },
}
const lite: Engine = { name: "PGlite", open: async () => ({ database: await openPglite(), again: null, drop: async () => undefined }) }

afterAll(async () => {
  await postgres?.stop()
})

describe.each(bin ? [sqlite, real, lite] : [sqlite, lite])("a store on $name", (engine) => {
  let database: Database
  let again: (() => Promise<Database>) | null
  let drop: () => Promise<void>
  let store: Store
  const desk = id()
  const settings = { receiptSeed: new Uint8Array(32).fill(3), macKey: new Uint8Array(32).fill(4) }

  beforeAll(async () => {
    ;({ database, again, drop } = await engine.open())
    await database.createDesk({ desk, trial: true }, settings)
    store = await database.open(desk)
    await make(directoryIdOf(desk), "directory")
  })
  afterAll(async () => {
    await store.close()
    await drop()
  })

  const make = (stream: Id, kind: "shared" | "ask" | "directory" = "shared", head: Head = EMPTY) =>
    store.write((tx) => tx.createStream({ stream, kind, head, epoch: 1, dirSeq: 0, hour }))
  const grow = (tx: Transaction, stream: Id, from: Head, e: Entry) =>
    tx.advance(stream, from, { head: { seq: e.seq, hash: hash(`${stream}${e.seq}`) }, epoch: 1, dirSeq: 0, hour })

  test("holds desks and their settings as bytes", async () => {
    expect(await database.desks()).toEqual([{ desk, trial: true }])
    const kept = await store.settings()
    expect(Buffer.from(kept.receiptSeed)).toEqual(Buffer.from(settings.receiptSeed))
    await expect(database.createDesk({ desk, trial: false }, settings)).rejects.toThrow()
  })

  test("gives an entry back as it was taken, guards, objects and a purged body included", async () => {
    const stream = id()
    await make(stream)
    const full = entry(desk, stream, 0, {
      objects: [id(), id()],
      guards: [
        { stream: id(), seq: -1, hash: ZERO_HASH },
        { stream: id(), seq: 7, hash: hash("g") },
      ],
    })
    const purged = entry(desk, stream, 1, { body: null })
    await store.write(async (tx) => {
      await tx.putEntry(stream, full, hash("full"), hour)
      await tx.putEntry(stream, purged, hash("purged"), hour)
    })
    expect(await store.entries(stream, 0, 10, 1 << 20)).toEqual([
      { entry: full, hour },
      { entry: purged, hour },
    ])
    expect(await store.entryAt(stream, 1)).toEqual({ hash: hash("purged"), hour })
    expect(await store.entryAt(stream, 2)).toBeNull()
  })

  test("erases up to an entry, keeps headers and what comes behind, and the word by which it went", async () => {
    const [stream, other, file, shared] = [id(), id(), id(), id()]
    await make(stream)
    await make(other)
    const entries = [
      entry(desk, stream, 0, { objects: [file, shared] }),
      entry(desk, stream, 1),
      entry(desk, stream, 2, { objects: [shared] }),
    ]
    await store.write(async (tx) => {
      for (const e of entries) await tx.putEntry(stream, e, hash(`e${e.seq}`), hour)
      await tx.putEnvelopes(stream, 1, [{ member: id(), hash: hash("v"), sealed: new Uint8Array([1, 2]) }])
      await tx.list(stream, [file, shared])
      await tx.list(other, [file])
    })
    const signed = (n: number) => ({ by: id(), signature: `${"ABC"[n]}${"A".repeat(85)}==` })
    const word = {
      stream,
      seq: 1,
      hash: hash("e1"),
      unanswered: false,
      until: "2026-12-01",
      approvals: [signed(0), signed(1)] as never,
      hour,
    }
    for (let times = 0; times < 2; times++) {
      const erased = await store.write(async (tx) => {
        await tx.putPurge(word)
        const { gone, objects } = await tx.eraseBodies(stream, 1)
        await tx.unlist(stream, objects)
        await tx.eraseCard(stream)
        return { gone, objects, envelopes: await tx.eraseEnvelopes(stream), listed: await tx.listed(file) }
      })
      // The file that a later entry lists is not named; the other is listed elsewhere too.
      expect(erased).toEqual({ gone: 2, objects: [file], envelopes: 1, listed: true })
    }
    const [first, second, third] = await store.entries(stream, 0, 10, 1 << 20)
    expect([first?.entry, second?.entry]).toEqual([
      { ...entries[0], body: null },
      { ...entries[1], body: null },
    ])
    expect(third?.entry).toEqual(entries[2])
    expect((await store.envelopes(stream, id())).map((row) => row.sealed)).toEqual([null])
    expect(await store.purges(stream)).toEqual([word])
    await store.forget()
  })

  test("pages by rows and by bytes, with one entry at least", async () => {
    const stream = id()
    await make(stream)
    await store.write(async (tx) => {
      for (let seq = 0; seq < 6; seq++) await tx.putEntry(stream, entry(desk, stream, seq, { size: 100 }), hash(`p${seq}`), hour)
    })
    const seqs = async (from: number, limit: number, bytes: number) =>
      (await store.entries(stream, from, limit, bytes)).map((e) => e.entry.seq)
    expect(await seqs(2, 3, 1 << 20)).toEqual([2, 3, 4])
    expect(await seqs(0, 10, 250)).toEqual([0, 1])
    expect(await seqs(4, 10, 1)).toEqual([4])
    expect(await seqs(9, 10, 1000)).toEqual([])
  })

  test("advances a stream for one of many writers that saw the same head", async () => {
    const stream = id()
    await make(stream)
    const results = await Promise.all(
      Array.from({ length: 20 }, () => store.write((tx) => grow(tx, stream, EMPTY, entry(desk, stream, 0)))),
    )
    expect(results.filter(Boolean)).toHaveLength(1)
    expect((await store.stream(stream))?.head.seq).toBe(0)
  })

  test("creates a stream once", async () => {
    const stream = id()
    expect([await make(stream), await make(stream)]).toEqual([true, false])
  })

  test("makes both sides of a mailbox at once, and its first entries with them, once", async () => {
    const [ask, answer] = [id(), id()]
    const side = { epoch: 1, dirSeq: 0, hour }
    const entries = [entry(desk, ask, 0), entry(desk, ask, 1)]
    const hashes = [hash("first"), hash("second")]
    const open = () =>
      store.write(async (tx) => {
        const made = await tx.createStream(
          { ...side, stream: ask, kind: "ask", pair: answer, head: { seq: 1, hash: hash("second") }, wake: true },
          { ...side, stream: answer, kind: "answer", pair: ask, head: EMPTY },
        )
        if (made) await tx.putEntries(ask, entries, hashes, hour)
        return made
      })
    expect(await Promise.all([open(), open()])).toEqual([true, false])
    expect(await open()).toBe(false)
    expect((await store.entries(ask, 0, 10, 1 << 20)).map((row) => row.entry)).toEqual(entries)
    const [a, b] = [await store.stream(ask), await store.stream(answer)]
    expect([a?.wake, a?.pair, b?.wake, b?.pair, b?.head]).toEqual([true, answer, false, ask, EMPTY])
    expect(a?.changed).not.toBe(b?.changed)
  })

  test("tells a job where the directory stands, also after the job before it moved it", async () => {
    const stream = directoryIdOf(desk)
    const [before, , after] = await Promise.all([
      store.write((tx) => tx.directory()),
      store.write(async (tx) => grow(tx, stream, await tx.directory(), entry(desk, stream, 0))),
      store.write((tx) => tx.directory()),
    ])
    expect([before, after]).toEqual([EMPTY, { seq: 0, hash: hash(`${stream}0`) }])
    await store.write(async (tx) => tx.advance(stream, await tx.directory(), { head: EMPTY, epoch: 1, dirSeq: 0, hour }))
  })

  test("rolls back the one that throws and keeps its neighbours", async () => {
    const [good, bad, after] = [id(), id(), id()]
    const results = await Promise.allSettled([
      make(good),
      store.write(async (tx) => {
        await tx.createStream({ stream: bad, kind: "shared", head: EMPTY, epoch: 1, dirSeq: 0, hour })
        throw new Error("a bug")
      }),
      make(after),
    ])
    expect(results.map((r) => r.status)).toEqual(["fulfilled", "rejected", "fulfilled"])
    expect(await store.stream(good)).not.toBeNull()
    expect(await store.stream(bad)).toBeNull()
    expect(await store.stream(after)).not.toBeNull()
  })

  test("lets a job see what the one before it in the group wrote", async () => {
    const stream = id()
    const [, seen] = await Promise.all([make(stream), store.write((tx) => tx.stream(stream))])
    expect(seen?.stream).toBe(stream)
  })

  test("shows a member the mailboxes, the directory and the shared streams on whose roster she stands, in order of change", async () => {
    const [member, other, mine, theirs, ask] = [id(), id(), id(), id(), id()]
    const since = (await store.heads(member, 0, 10_000)).at(-1)?.changed ?? 0
    await make(mine)
    await make(theirs)
    await make(ask, "ask")
    await store.write((tx) =>
      tx.putRoster(mine, [
        { id: member, kid: id() },
        { id: other, kid: id() },
      ]),
    )
    await store.write((tx) => tx.putRoster(theirs, [{ id: other, kid: id() }]))
    expect((await store.heads(member, since, 10)).map((r) => r.stream)).toEqual([mine, ask])
    await store.write((tx) => grow(tx, mine, EMPTY, entry(desk, mine, 0)))
    const rows = await store.heads(member, since, 10)
    expect(rows.map((r) => r.stream)).toEqual([ask, mine])
    expect((await store.heads(member, (rows[0] as { changed: number }).changed, 1)).map((r) => r.stream)).toEqual([mine])
    expect([await store.mayRead(member, mine), await store.mayRead(member, theirs), await store.mayRead(member, ask)]).toEqual([
      true,
      false,
      true,
    ])
  })

  test("never gives two changes one number, so that a page can end between any two", async () => {
    const streams = Array.from({ length: 30 }, id)
    await Promise.all(streams.map((s) => make(s, "ask")))
    const rows = await store.heads(id(), 0, 10_000)
    expect(new Set(rows.map((r) => r.changed)).size).toBe(rows.length)
    let since = 0
    const walked: string[] = []
    for (;;) {
      const page = await store.heads(id(), since, 7)
      if (page.length === 0) break
      walked.push(...page.map((r) => r.stream))
      since = (page.at(-1) as { changed: number }).changed
    }
    expect(walked).toEqual(rows.map((r) => r.stream))
  })

  test("replaces a roster in its order", async () => {
    const stream = id()
    await make(stream)
    const members = Array.from({ length: 5 }, () => ({ id: id(), kid: id() }))
    await store.write((tx) => tx.putRoster(stream, members))
    await store.write((tx) => tx.putRoster(stream, members.slice(2).reverse()))
    expect(await store.roster(stream)).toEqual(members.slice(2).reverse())
  })

  test("gives a member her own envelopes and only the hashes of others'", async () => {
    const [stream, me, you] = [id(), id(), id()]
    await make(stream)
    await store.write((tx) =>
      tx.putEnvelopes(stream, 1, [
        { member: me, hash: hash("mine"), sealed: utf8("mine") },
        { member: you, hash: hash("yours"), sealed: utf8("yours") },
      ]),
    )
    const rows = await store.envelopes(stream, me)
    expect(rows.map((r) => [r.member, r.hash, r.sealed && Buffer.from(r.sealed).toString()]).sort()).toEqual(
      [
        [me, hash("mine"), "mine"],
        [you, hash("yours"), null],
      ].sort(),
    )
  })

  const card = (stream: Id, version: number): Card => ({
    desk,
    stream,
    version,
    cardEpoch: 1,
    own: false,
    through: { seq: 3, hash: hash("through") },
    sealed: Buffer.from("sealed").toString("base64"),
    author: id(),
    signature: `${"B".repeat(86)}==`,
  })

  test("sets a card only where the version before stands, and tells who joins later of it", async () => {
    const [stream, member, late] = [id(), id(), id()]
    await make(stream)
    await store.write((tx) => tx.putRoster(stream, [{ id: member, kid: id() }]))
    const put = (version: number) => store.write((tx) => tx.putCard(card(stream, version)))
    expect([await put(2), await put(1), await put(1), await put(2), await put(2)]).toEqual([false, true, false, true, false])
    expect(await store.cardVersion(stream)).toBe(2)
    const [row] = (await store.cards(member, { since: 0 }, 10, 1 << 20)).filter((r) => r.card.stream === stream)
    expect(row?.card).toEqual({ ...card(stream, 2), author: row?.card.author })
    const cursor = row?.changed as number
    await store.write((tx) =>
      tx.putRoster(stream, [
        { id: member, kid: id() },
        { id: late, kid: id() },
      ]),
    )
    expect((await store.cards(late, { since: cursor }, 10, 1 << 20)).map((r) => r.card.stream)).toEqual([stream])
    expect(await store.cards(id(), { since: 0 }, 10, 1 << 20)).toEqual([])
  })

  test("tells the newest change first before a cursor, as many and as large as asked for", async () => {
    const member = id()
    const streams = [id(), id(), id(), id()]
    for (const stream of streams) {
      await make(stream)
      await store.write((tx) => tx.putRoster(stream, [{ id: member, kid: id() }]))
      await store.write((tx) => tx.putCard(card(stream, 1)))
    }
    const before = (place: number, limit: number) => store.cards(member, { before: place }, limit, 1 << 20)
    const first = await before(Number.MAX_SAFE_INTEGER, 3)
    expect(first.map((row) => row.card.stream)).toEqual(streams.toReversed().slice(0, 3))
    const rest = await before(first.at(-1)?.changed as number, 3)
    expect(rest.map((row) => row.card.stream)).toEqual(streams.slice(0, 1))
    expect(await before(rest.at(-1)?.changed as number, 3)).toEqual([])
  })

  test("counts what a subject stores, and finds files that nothing lists", async () => {
    const [owner, listed, orphan, young, stream, member] = [id(), id(), id(), id(), id(), id()]
    await make(stream, "ask")
    const object = (o: Id, at: string) => ({ object: o, owner, mailbox: true, parts: 3, bytes: 1000, complete: false, hour: at as Hour })
    await store.write(async (tx) => {
      await tx.createObject(object(listed, "2026-11-01T10Z"))
      await tx.createObject(object(orphan, "2026-11-01T10Z"))
      await tx.createObject(object(young, "2026-11-22T10Z"))
      await tx.completeObject(listed, 250)
      await tx.list(stream, [listed])
      await tx.list(stream, [listed])
    })
    expect(await store.bytesOf(owner)).toBe(2250)
    expect(await store.bytesInAll()).toBeGreaterThanOrEqual(2250)
    expect(await store.orphans("2026-11-10T00Z" as Hour, 10)).toEqual([orphan])
    expect(await store.write((tx) => tx.closeOrphan(listed))).toBe(false)
    expect(await store.write((tx) => tx.closeOrphan(orphan))).toBe(true)
    expect([await store.mayReadObject(member, listed), await store.mayReadObject(member, orphan)]).toEqual([true, false])
    await store.write((tx) => tx.dropObject(orphan))
    expect(await store.object(orphan)).toBeNull()
    expect(await store.object(listed)).toMatchObject({ complete: true, bytes: 250, mailbox: true })
  })

  test("keeps sessions by their token's hash, with the directory's head beside", async () => {
    const subject = id()
    await store.write((tx) => tx.putSession(hash("token"), { subject, mailbox: false, until: 100, idle: 50 }))
    await store.write((tx) => tx.touchSession(hash("token"), 55))
    expect(await store.session(hash("token"))).toEqual({ session: { subject, mailbox: false, until: 100, idle: 55 }, directory: EMPTY })
    await store.write((tx) => tx.dropSessionsBefore(100))
    expect(await store.session(hash("token"))).not.toBeNull()
    await store.write((tx) => tx.dropSessionsBefore(101))
    expect(await store.session(hash("token"))).toBeNull()
  })

  test("keeps an opening once an hour, the latest first, by stream and by member, and forgets what is old", async () => {
    const [stream, other, member] = [id(), id(), id()]
    const [before, later] = ["2026-11-22T16Z" as Hour, "2026-11-22T18Z" as Hour]
    const put = (of: Id, at: Hour) => store.write((tx) => tx.putOpenings([{ stream: of, member, hour: at }]), "passing")
    for (const at of [before, hour, hour, later]) await put(stream, at)
    await put(other, hour)
    expect((await store.openings({ stream }, 10)).map((one) => one.hour)).toEqual([later, hour, before])
    expect((await store.openings({ member }, 2)).map((one) => one.hour)).toEqual([later, hour])
    await store.write((tx) => tx.dropOpeningsBefore(hour))
    expect((await store.openings({ member }, 10)).map((one) => [one.stream, one.hour])).toHaveLength(3)
    expect((await store.openings({ stream }, 10)).map((one) => one.hour)).toEqual([later, hour])
  })

  test("keeps wrapped seeds with who wrote them", async () => {
    const [locator, writer] = [id(), id()]
    await store.write((tx) => tx.putWrap(locator, writer, "one"))
    await store.write((tx) => tx.putWrap(locator, writer, "two"))
    expect([await store.wrap(locator), await store.wrapWriter(locator), await store.wrap(id())]).toEqual(["two", writer, null])
    const [second, third, another] = [id(), id(), id()]
    await store.write((tx) => tx.putWrap(second, writer, "three"))
    await store.write((tx) => tx.putWrap(third, another, "four"))
    expect([await store.wrapsBy(writer), await store.wrapsBy(another), await store.wrapsBy(id())]).toEqual([
      [locator, second].sort(),
      [third],
      [],
    ])
    await store.write((tx) => tx.dropWrap(second))
    expect([await store.wrap(second), await store.wrapsBy(writer)]).toEqual([null, [locator]])
    await store.write((tx) => tx.dropWrapsBy([]))
    await store.write((tx) => tx.dropWrapsBy([writer, id()]))
    expect([await store.wrap(locator), await store.wrap(third)]).toEqual([null, "four"])
  })

  test("takes numbers beyond 32 bits and gives them back as numbers", async () => {
    const stream = id()
    await make(stream, "shared", { seq: 2 ** 40, hash: ZERO_HASH })
    expect((await store.stream(stream))?.head.seq).toBe(2 ** 40)
  })

  test("lets several processes write to one desk, and loses nothing", async () => {
    if (again === null) return
    const others = await Promise.all([again(), again()])
    const stores = [store, ...(await Promise.all(others.map((o) => o.open(desk))))]
    const stream = id()
    await make(stream)
    const write = async (s: Store, n: number): Promise<void> => {
      for (let i = 0; i < n; ) {
        const head = (await s.stream(stream))?.head as Head
        const e = entry(desk, stream, head.seq + 1)
        const done = await s.write(async (tx) => {
          if (!(await grow(tx, stream, head, e))) return false
          await tx.putEntry(stream, e, hash(`${stream}${e.seq}`), hour)
          return true
        })
        if (done) i++
      }
    }
    await Promise.all(stores.map((s) => write(s, 15)))
    expect((await store.stream(stream))?.head.seq).toBe(44)
    expect(await store.entries(stream, 0, 100, 1 << 20)).toHaveLength(45)
    for (const s of stores.slice(1)) await s.close()
  })

  test("has what it was told after it is closed and opened again", async () => {
    if (again === null) return
    const stream = id()
    await make(stream)
    const other = await again()
    const reopened = await other.open(desk)
    expect((await reopened.stream(stream))?.stream).toBe(stream)
    await reopened.close()
  })
})
