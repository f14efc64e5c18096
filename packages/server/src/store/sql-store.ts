// The store on any engine that Kysely speaks to: the same statements on SQLite and PostgreSQL. Each transaction begins by
// raising the desk's cursor; that row orders all writers of all processes, so later reads inside it are of what stands.
import { EMPTY, type Hash, type Head, type Hour, type Id, type KeyId } from "@safe-conduct/wire"
import { type Kysely, sql } from "kysely"
import { logStore } from "./log-store.ts"
import { openingChanges, openingReads } from "./opening-store.ts"
import { purgeChanges, purgeReads } from "./purge-store.ts"
import { statementChanges, statementReads } from "./statement-store.ts"
import { wakingChanges, wakingReads } from "./waking-store.ts"
import { cardOf, cardRow, entryOf, entryRow, headOf, streamRow } from "./rows.ts"
import type { EntryTable, Tables } from "./schema.ts"
import type { Database, DeskRow, EnvelopeRow, Reads, SessionRow, Settings, Store, Transaction } from "./store.ts"
import { createWriter } from "./writer.ts"

type Db = Kysely<Tables>

/** Numbers of the change cursor set aside for each job: it touches at most its stream, that one's pair, and a card twice. */
const PER_JOB = 8

const FORGET_TRIES = 50

const RETRY = new Set(["40001", "40P01"])
const lostRace = (error: unknown): boolean => RETRY.has((error as { code?: string })?.code ?? "")

function reads(db: Db, desk: Id): Reads {
  return {
    ...purgeReads(db, desk),
    ...wakingReads(db, desk),
    ...statementReads(db, desk),
    async stream(stream) {
      const row = await db.selectFrom("stream").selectAll().where("desk", "=", desk).where("stream", "=", stream).executeTakeFirst()
      return row ? streamRow(row) : null
    },
    async roster(stream) {
      const rows = await db
        .selectFrom("roster")
        .select(["member", "kid"])
        .where("desk", "=", desk)
        .where("stream", "=", stream)
        .orderBy("place")
        .execute()
      return rows.map((row) => ({ id: row.member as Id, kid: row.kid as KeyId }))
    },
    async entryAt(stream, seq) {
      const row = await db
        .selectFrom("entry")
        .select(["hash", "hour"])
        .where("desk", "=", desk)
        .where("stream", "=", stream)
        .where("seq", "=", seq)
        .executeTakeFirst()
      return row ? { hash: row.hash as Hash, hour: row.hour as Hour } : null
    },
    async object(object) {
      const row = await db.selectFrom("object").selectAll().where("desk", "=", desk).where("object", "=", object).executeTakeFirst()
      if (!row) return null
      return {
        object: row.object as Id,
        owner: row.owner as Id,
        mailbox: row.mailbox === 1,
        parts: row.parts,
        bytes: row.bytes,
        complete: row.complete === 1,
        hour: row.hour as Hour,
      }
    },
    async cardVersion(stream) {
      const row = await db.selectFrom("card").select("version").where("desk", "=", desk).where("stream", "=", stream).executeTakeFirst()
      return row?.version ?? 0
    },
    async bytesOf(owner) {
      const row = await db
        .selectFrom("object")
        .select(({ fn }) => fn.sum<number | string | null>("bytes").as("bytes"))
        .where("desk", "=", desk)
        .where("owner", "=", owner)
        .executeTakeFirst()
      return Number(row?.bytes ?? 0)
    },
    async bytesInAll() {
      const row = await db
        .selectFrom("object")
        .select(({ fn }) => fn.sum<number | string | null>("bytes").as("bytes"))
        .where("desk", "=", desk)
        .executeTakeFirst()
      return Number(row?.bytes ?? 0)
    },
    async wrapWriter(locator) {
      const row = await db.selectFrom("wrap").select("writer").where("desk", "=", desk).where("locator", "=", locator).executeTakeFirst()
      return (row?.writer ?? null) as Id | null
    },
    async wrapsBy(writer) {
      const rows = await db
        .selectFrom("wrap")
        .select("locator")
        .where("desk", "=", desk)
        .where("writer", "=", writer)
        .orderBy("locator")
        .execute()
      return rows.map((row) => row.locator as Id)
    },
  }
}

function transaction(db: Db, desk: Id, directory: Id, from: number): Transaction {
  let cursor = from
  const next = (): number => ++cursor
  const base = reads(db, desk)
  let head: Head | null = null
  const putEntries: Transaction["putEntries"] = async (stream, entries, hashes, hour, bodies) => {
    await db
      .insertInto("entry")
      .values(entries.map((entry, i) => entryRow(desk, stream, entry, hashes[i] as Hash, hour, bodies?.[i])))
      .execute()
  }
  return {
    ...base,
    ...purgeChanges(db, desk),
    ...openingChanges(db, desk),
    ...wakingChanges(db, desk),
    ...statementChanges(db, desk),
    next,
    async directory() {
      return (head ??= (await base.stream(directory))?.head ?? EMPTY)
    },
    async createStream(stream, other) {
      const made = other ? [stream, other] : [stream]
      const done = await db
        .insertInto("stream")
        .values(
          made.map((s) => ({
            desk,
            stream: s.stream,
            kind: s.kind,
            seq: s.head.seq,
            head: s.head.hash,
            epoch: s.epoch,
            dir_seq: s.dirSeq,
            key: s.key ?? null,
            pair: s.pair ?? null,
            wake: s.wake ? 1 : 0,
            opened: null,
            hour: s.hour,
            changed: next(),
          })),
        )
        .onConflict((on) => on.columns(["desk", "stream"]).doNothing())
        .executeTakeFirst()
      const rows = Number(done.numInsertedOrUpdatedRows)
      if (rows !== 0 && rows !== made.length) throw new Error("one side of a mailbox without the other")
      return rows === made.length
    },
    async advance(stream, before, to) {
      if (stream === directory) head = null
      const done = await db
        .updateTable("stream")
        .set({
          seq: to.head.seq,
          head: to.head.hash,
          epoch: to.epoch,
          dir_seq: to.dirSeq,
          hour: to.hour,
          changed: next(),
          ...(to.wake ? { wake: 1 } : {}),
        })
        .where("desk", "=", desk)
        .where("stream", "=", stream)
        .where("seq", "=", before.seq)
        .where("head", "=", before.hash)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    putEntry: (stream, entry, hash, hour) => putEntries(stream, [entry], [hash], hour),
    putEntries,
    async putRoster(stream, members) {
      await db.deleteFrom("roster").where("desk", "=", desk).where("stream", "=", stream).execute()
      await db
        .insertInto("roster")
        .values(members.map(({ id, kid }, place) => ({ desk, stream, member: id, kid, place })))
        .execute()
      // Who joins now has a cursor beyond this card's last change, and must still be told of it.
      await db.updateTable("card").set({ changed: next() }).where("desk", "=", desk).where("stream", "=", stream).execute()
    },
    async putEnvelopes(stream, epoch, envelopes) {
      await db
        .insertInto("envelope")
        .values(envelopes.map(({ member, hash, sealed }) => ({ desk, stream, epoch, member, hash, sealed })))
        .execute()
    },
    async putCard(card) {
      const row = cardRow(card, next())
      if (card.version > 1) {
        const { desk: _desk, stream: _stream, ...rest } = row
        const done = await db
          .updateTable("card")
          .set(rest)
          .where("desk", "=", desk)
          .where("stream", "=", card.stream)
          .where("version", "=", card.version - 1)
          .executeTakeFirst()
        return done.numUpdatedRows === 1n
      }
      const done = await db
        .insertInto("card")
        .values(row)
        .onConflict((on) => on.columns(["desk", "stream"]).doNothing())
        .executeTakeFirst()
      return done.numInsertedOrUpdatedRows === 1n
    },
    async list(stream, objects) {
      await db
        .insertInto("listing")
        .values(objects.map((object) => ({ desk, object, stream })))
        .onConflict((on) => on.columns(["desk", "object", "stream"]).doNothing())
        .execute()
    },
    async createObject(o) {
      await db
        .insertInto("object")
        .values({
          desk,
          object: o.object,
          owner: o.owner,
          mailbox: o.mailbox ? 1 : 0,
          parts: o.parts,
          bytes: o.bytes,
          complete: o.complete ? 1 : 0,
          hour: o.hour,
        })
        .execute()
    },
    async completeObject(object, bytes) {
      await db.updateTable("object").set({ complete: 1, bytes }).where("desk", "=", desk).where("object", "=", object).execute()
    },
    async closeOrphan(object) {
      const done = await db
        .updateTable("object")
        .set({ complete: 0 })
        .where("desk", "=", desk)
        .where("object", "=", object)
        .where(unlisted)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    async dropObject(object) {
      await db.deleteFrom("object").where("desk", "=", desk).where("object", "=", object).execute()
    },
    async clearWake(stream) {
      await db
        .updateTable("stream")
        .set({ wake: 0, changed: next() })
        .where("desk", "=", desk)
        .where("stream", "=", stream)
        .where("wake", "=", 1)
        .execute()
    },
    async markOpened(stream, day) {
      await db.updateTable("stream").set({ opened: day, changed: next() }).where("desk", "=", desk).where("stream", "=", stream).execute()
    },
    async putWrap(locator, writer, blob) {
      await db
        .insertInto("wrap")
        .values({ desk, locator, writer, blob })
        .onConflict((on) => on.columns(["desk", "locator"]).doUpdateSet({ blob }))
        .execute()
    },
    async dropWrap(locator) {
      await db.deleteFrom("wrap").where("desk", "=", desk).where("locator", "=", locator).execute()
    },
    async dropWrapsBy(writers) {
      if (writers.length > 0) await db.deleteFrom("wrap").where("desk", "=", desk).where("writer", "in", writers).execute()
    },
    async putSession(token, s) {
      await db
        .insertInto("session")
        .values({ desk, token, subject: s.subject, mailbox: s.mailbox ? 1 : 0, until: s.until, idle: s.idle })
        .execute()
    },
    async touchSession(token, idle) {
      await db.updateTable("session").set({ idle }).where("desk", "=", desk).where("token", "=", token).execute()
    },
    async dropSession(token) {
      await db.deleteFrom("session").where("desk", "=", desk).where("token", "=", token).execute()
    },
    async dropSessionsBefore(minutes) {
      await db.deleteFrom("session").where("desk", "=", desk).where("until", "<", minutes).execute()
    },
  }
}

/** No entry lists the object. */
const unlisted = sql<boolean>`not exists (select 1 from listing where listing.desk = object.desk and listing.object = object.object)`

/** The streams a member may read: the directory, every mailbox, and the shared ones on whose roster she stands. */
const readable = (member: Id) => sql<boolean>`(stream.kind <> 'shared' or exists (
  select 1 from roster where roster.desk = stream.desk and roster.stream = stream.stream and roster.member = ${member}))`

function sqlStore(db: Db, desk: DeskRow, directory: Id, disk: Disk): Store {
  const id = desk.desk
  disk.begin?.()
  const writer = createWriter<Transaction>({
    transact: (jobs, run, durable) =>
      db.transaction().execute(async (tx) => {
        if (!durable) {
          // Sessions change no stream and no card: they take no number, and wait for nobody who does.
          await disk.passing?.(tx)
          return run(transaction(tx, id, directory, Number.NaN))
        }
        const row = await tx
          .updateTable("desk")
          .set((set) => ({ cursor: set("cursor", "+", jobs * PER_JOB) }))
          .where("desk", "=", id)
          .returning("cursor")
          .executeTakeFirstOrThrow()
        return run(transaction(tx, id, directory, row.cursor - jobs * PER_JOB))
      }),
    again: lostRace,
    ...(disk.settle ? { settle: disk.settle } : {}),
  })
  const read = reads(db, id)
  /** What is read to be told to somebody is told once it is on the disk. */
  const lasting =
    <A extends unknown[], T>(ask: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      const found = await ask(...args)
      await writer.settled()
      return found
    }

  const store: Store = {
    ...read,
    ...openingReads(db, id),
    standing: read.stream,
    stream: lasting(read.stream),
    object: lasting(read.object),
    async entryAt(stream, seq) {
      const found = await read.entryAt(stream, seq)
      // A receipt is given by this row alone: it may be another process's, so the disk is asked whatever we know of it.
      if (found && disk.settle) await disk.settle()
      return found
    },
    desk: id,
    trial: desk.trial,
    async settings(): Promise<Settings> {
      const row = await db.selectFrom("settings").selectAll().where("desk", "=", id).executeTakeFirstOrThrow()
      return { receiptSeed: row.receipt_seed, macKey: row.mac_key }
    },
    async entries(stream, from, limit, bytes) {
      const sizes = await db
        .selectFrom("entry")
        .select("size")
        .where("desk", "=", id)
        .where("stream", "=", stream)
        .where("seq", ">=", from)
        .orderBy("seq")
        .limit(limit)
        .execute()
      let fits = 0
      for (let sum = 0; fits < sizes.length; fits++) {
        sum += (sizes[fits] as { size: number }).size
        if (sum > bytes && fits > 0) break
      }
      if (fits === 0) return []
      const rows: EntryTable[] = await db
        .selectFrom("entry")
        .selectAll()
        .where("desk", "=", id)
        .where("stream", "=", stream)
        .where("seq", ">=", from)
        .orderBy("seq")
        .limit(fits)
        .execute()
      return rows.map((row) => ({ entry: entryOf(row, stream === directory && row.seq === 0), hour: row.hour as Hour }))
    },
    async all(since, limit) {
      const rows = await db
        .selectFrom("stream")
        .selectAll()
        .where("desk", "=", id)
        .where("changed", ">", since)
        .orderBy("changed")
        .limit(limit)
        .execute()
      return rows.map(streamRow)
    },
    async heads(member, since, limit) {
      const rows = await db
        .selectFrom("stream")
        .selectAll()
        .where("stream.desk", "=", id)
        .where("stream.changed", ">", since)
        .where(readable(member))
        .orderBy("stream.changed")
        .limit(limit)
        .execute()
      return rows.map(streamRow)
    },
    async cards(member, { since = 0, before }, limit, bytes) {
      const rows = await db
        .selectFrom("card")
        .innerJoin("stream", (join) => join.onRef("stream.desk", "=", "card.desk").onRef("stream.stream", "=", "card.stream"))
        .selectAll("card")
        .select(["stream.seq", "stream.head"])
        .where("card.desk", "=", id)
        .where("card.changed", ">", since)
        .$if(before !== undefined, (query) => query.where("card.changed", "<", before as number))
        .where(readable(member))
        .orderBy("card.changed", before === undefined ? "asc" : "desc")
        .limit(Math.min(limit, Math.max(1, Math.floor(bytes / 1024))))
        .execute()
      const cards = []
      let sum = 0
      for (const row of rows) {
        sum += row.sealed.length
        if (sum > bytes && cards.length > 0) break
        cards.push({ card: cardOf(row), head: headOf(row), changed: row.changed })
      }
      return cards
    },
    async notHandedOn(member) {
      const row = await db
        .selectFrom("card")
        .innerJoin("stream", (join) => join.onRef("stream.desk", "=", "card.desk").onRef("stream.stream", "=", "card.stream"))
        .select(({ fn }) => fn.countAll<number | string>().as("count"))
        .where("card.desk", "=", id)
        .where("card.own", "=", 0)
        .where(({ not }) => not(readable(member)))
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },
    async forTheDesk(stream) {
      const row = await db.selectFrom("card").select("own").where("desk", "=", id).where("stream", "=", stream).executeTakeFirst()
      return row?.own === 0
    },
    async envelopes(stream, member): Promise<EnvelopeRow[]> {
      const all = db.selectFrom("envelope").where("desk", "=", id).where("stream", "=", stream)
      const mine = await all.select(["epoch", "sealed"]).where("member", "=", member).execute()
      const sealed = new Map(mine.map((row) => [row.epoch, row.sealed]))
      const rows = await all.select(["epoch", "member", "hash"]).orderBy("epoch").execute()
      return rows.map((row) => ({
        epoch: row.epoch,
        member: row.member as Id,
        hash: row.hash as Hash,
        sealed: row.member === member ? (sealed.get(row.epoch) ?? null) : null,
      }))
    },
    async mayRead(member, stream) {
      const row = await db
        .selectFrom("stream")
        .select("stream.stream")
        .where("stream.desk", "=", id)
        .where("stream.stream", "=", stream)
        .where(readable(member))
        .executeTakeFirst()
      return row !== undefined
    },
    async mayReadObject(member, object) {
      const row = await db
        .selectFrom("listing")
        .innerJoin("stream", (join) => join.onRef("stream.desk", "=", "listing.desk").onRef("stream.stream", "=", "listing.stream"))
        .select("listing.stream")
        .where("listing.desk", "=", id)
        .where("listing.object", "=", object)
        .where(readable(member))
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    async wrap(locator) {
      const row = await db.selectFrom("wrap").select("blob").where("desk", "=", id).where("locator", "=", locator).executeTakeFirst()
      return row?.blob ?? null
    },
    async session(token) {
      const row = await db
        .selectFrom("session")
        .innerJoin("stream", (join) => join.onRef("stream.desk", "=", "session.desk").on("stream.stream", "=", directory))
        .select(["session.subject", "session.mailbox", "session.until", "session.idle", "stream.seq", "stream.head"])
        .where("session.desk", "=", id)
        .where("session.token", "=", token)
        .executeTakeFirst()
      if (!row) return null
      const session: SessionRow = { subject: row.subject as Id, mailbox: row.mailbox === 1, until: row.until, idle: row.idle }
      return { session, directory: headOf(row) }
    },
    async orphans(before, limit) {
      const rows = await db
        .selectFrom("object")
        .select("object.object")
        .where("object.desk", "=", id)
        .where("object.hour", "<", before)
        .where(unlisted)
        .limit(limit)
        .execute()
      return rows.map((row) => row.object as Id)
    },
    async raw(stream) {
      const [streams, rosters, entries, envelopes, cards, listings, openings] = await Promise.all([
        db.selectFrom("stream").selectAll().where("desk", "=", id).where("stream", "=", stream).execute(),
        db.selectFrom("roster").selectAll().where("desk", "=", id).where("stream", "=", stream).execute(),
        db.selectFrom("entry").selectAll().where("desk", "=", id).where("stream", "=", stream).orderBy("seq").execute(),
        db.selectFrom("envelope").selectAll().where("desk", "=", id).where("stream", "=", stream).execute(),
        db.selectFrom("card").selectAll().where("desk", "=", id).where("stream", "=", stream).execute(),
        db.selectFrom("listing").selectAll().where("desk", "=", id).where("stream", "=", stream).execute(),
        db.selectFrom("opening").selectAll().where("desk", "=", id).where("stream", "=", stream).execute(),
      ])
      return {
        stream: streams,
        roster: rosters,
        entry: entries,
        envelope: envelopes,
        card: cards,
        listing: listings,
        opening: openings,
      } as never
    },
    log: logStore(db, id, async () => disk.settle?.(), lostRace),
    write: writer.write,
    async forget() {
      // A transaction may begin between two of these lines, and then it is in the way once more.
      for (let tries = 1; ; tries++) {
        await writer.idle()
        try {
          return await disk.forget?.()
        } catch (error) {
          if (tries >= FORGET_TRIES) throw error
        }
      }
    },
    async close() {
      await writer.idle()
      await disk.close?.()
      await db.destroy()
    },
  }
  return {
    ...store,
    entries: lasting(store.entries),
    heads: lasting(store.heads),
    cards: lasting(store.cards),
    envelopes: lasting(store.envelopes),
    wrap: lasting(store.wrap),
  }
}

/** How an engine puts things on the disk, where it differs from "at each commit". */
export interface Disk {
  /** From now on commits need not reach the disk by themselves. */
  begin?(): void
  /** Puts on the disk what is committed. */
  settle?(): Promise<void>
  /** First in a transaction that need not reach the disk before it is answered. */
  passing?(tx: Db): Promise<void>
  /** Leaves no older copy of what was erased in the engine's own files. */
  forget?(): Promise<void>
  close?(): Promise<void>
}

/** The database behind Kysely, its tables up to date. `directoryOf` names a desk's directory stream. */
export function sqlDatabase(db: Db, directoryOf: (desk: Id) => Id, disk: Disk = {}): Database {
  const desks = async (): Promise<DeskRow[]> =>
    (await db.selectFrom("desk").select(["desk", "trial"]).orderBy("desk").execute()).map((row) => ({
      desk: row.desk as Id,
      trial: row.trial === 1,
    }))
  return {
    desks,
    async createDesk({ desk, trial }, { receiptSeed, macKey }) {
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto("desk")
          .values({ desk, cursor: 0, trial: trial ? 1 : 0 })
          .execute()
        await tx.insertInto("settings").values({ desk, receipt_seed: receiptSeed, mac_key: macKey }).execute()
      })
      await disk.settle?.()
    },
    async open(desk) {
      const row = (await desks()).find((d) => d.desk === desk)
      if (!row) throw new Error(`the database holds no desk ${desk}`)
      return sqlStore(db, row, directoryOf(desk), disk)
    },
    async close() {
      await disk.close?.()
      await db.destroy()
    },
  }
}
