// The log's rows. The job that extends it works beside the writers and never takes the desk's cursor row, so no append waits for it;
// two processes that both believe they hold the lease are kept apart by the compare-and-set on `size`.
import type { Hash, Hour, Id } from "@safe-conduct/wire"
import { type Kysely, sql } from "kysely"
import type { Tables } from "./schema.ts"

/** Where the log stands; `root` and `signature` are empty while it has no leaf. */
export interface LogRow {
  readonly size: number
  readonly root: Hash
  readonly hour: Hour
  readonly signature: string
  /** Every stream changed up to here has all its entries in the log. */
  readonly cursor: number
}
/** An entry that is not in the log yet. */
export interface Waiting {
  readonly stream: Id
  readonly seq: number
  readonly hash: Hash
  readonly hour: Hour
}
export interface TileAt {
  readonly level: number
  readonly place: number
}
export interface Extension extends LogRow {
  /** In order, from the old size on. */
  readonly leaves: readonly Waiting[]
  readonly tiles: readonly (TileAt & { readonly hashes: Uint8Array })[]
}

export interface LogStore {
  /** On the disk before it is told; null before the first leaf. */
  standing(): Promise<LogRow | null>
  /** Whether any stream changed since the log was last extended. */
  behind(): Promise<boolean>
  /** Takes the lease until a minute, or null while another process has it. */
  claim(holder: string, minute: number, until: number): Promise<LogRow | null>
  release(holder: string): Promise<void>
  /** At most `limit` entries of streams changed after `cursor`, and how far the cursor may go once they are in. */
  waiting(cursor: number, limit: number): Promise<{ readonly entries: readonly Waiting[]; readonly cursor: number }>
  /** False when another process extended the log meanwhile, or took the lease. */
  extend(holder: string, from: number, to: Extension, until: number): Promise<boolean>
  tiles(at: readonly TileAt[]): Promise<readonly Uint8Array[]>
  placeOf(stream: Id, seq: number): Promise<number | null>
}

/** Streams looked at in one go. */
const STREAMS = 256
const NONE = ""

export function logStore(db: Kysely<Tables>, desk: Id, settle: () => Promise<void>, again: (error: unknown) => boolean): LogStore {
  const rowOf = (row: Omit<Tables["log"], "desk" | "holder" | "until">): LogRow => ({
    size: row.size,
    root: row.root as Hash,
    hour: row.hour as Hour,
    signature: row.signature,
    cursor: row.cursor,
  })
  const own = () => db.selectFrom("log").where("desk", "=", desk)
  return {
    async standing() {
      const row = await own().selectAll().executeTakeFirst()
      if (!row || row.size === 0) return null
      await settle()
      return rowOf(row)
    },
    async behind() {
      const cursor = (await own().select("cursor").executeTakeFirst())?.cursor ?? -1
      const changed = db.selectFrom("stream").select("stream").where("desk", "=", desk).where("changed", ">", cursor).limit(1)
      return (await changed.executeTakeFirst()) !== undefined
    },
    async claim(holder, minute, until) {
      await db
        .insertInto("log")
        .values({ desk, size: 0, root: NONE, hour: NONE, signature: NONE, cursor: -1, holder: NONE, until: 0 })
        .onConflict((on) => on.columns(["desk"]).doNothing())
        .execute()
      const row = await db
        .updateTable("log")
        .set({ holder, until })
        .where("desk", "=", desk)
        .where((where) => where.or([where("holder", "=", holder), where("until", "<=", minute)]))
        .returning(["size", "root", "hour", "signature", "cursor"])
        .executeTakeFirst()
      return row ? rowOf(row) : null
    },
    async release(holder) {
      await db.updateTable("log").set({ holder: NONE, until: 0 }).where("desk", "=", desk).where("holder", "=", holder).execute()
    },
    async waiting(cursor, limit) {
      const streams = await db
        .selectFrom("stream")
        .select(["stream", "seq", "changed"])
        .select((of) =>
          of
            .selectFrom("leaf")
            .select(({ fn }) => fn.max<number | string | null>("leaf.seq").as("last"))
            .whereRef("leaf.desk", "=", "stream.desk")
            .whereRef("leaf.stream", "=", "stream.stream")
            .as("logged"),
        )
        .where("desk", "=", desk)
        .where("changed", ">", cursor)
        .orderBy("changed")
        .limit(STREAMS)
        .execute()
      const entries: Waiting[] = []
      let reached = cursor
      for (const { stream, seq, changed, logged } of streams) {
        const from = logged === null ? -1 : Number(logged)
        const room = limit - entries.length
        if (seq > from) {
          const rows = await db
            .selectFrom("entry")
            .select(["seq", "hash", "hour"])
            .where("desk", "=", desk)
            .where("stream", "=", stream)
            .where("seq", ">", from)
            .orderBy("seq")
            .limit(room + 1)
            .execute()
          for (const row of rows.slice(0, room))
            entries.push({ stream: stream as Id, seq: row.seq, hash: row.hash as Hash, hour: row.hour as Hour })
          // What does not fit is taken up in the next round; until then the cursor stays before this stream.
          if (rows.length > room) break
        }
        reached = changed
      }
      return { entries, cursor: reached }
    },
    async extend(holder, from, to, until) {
      const once = (): Promise<boolean> =>
        db.transaction().execute(async (tx) => {
          const { size, root, hour, signature, cursor } = to
          const set = await tx
            .updateTable("log")
            .set({ size, root, hour, signature, cursor, until })
            .where("desk", "=", desk)
            .where("holder", "=", holder)
            .where("size", "=", from)
            .executeTakeFirst()
          if (set.numUpdatedRows !== 1n) return false
          if (to.leaves.length > 0)
            await tx
              .insertInto("leaf")
              .values(to.leaves.map(({ stream, seq }, i) => ({ desk, stream, seq, place: from + i })))
              .execute()
          for (const { level, place, hashes } of to.tiles)
            await tx
              .insertInto("tile")
              .values({ desk, level, place, hashes })
              .onConflict((on) => on.columns(["desk", "level", "place"]).doUpdateSet({ hashes }))
              .execute()
          return true
        })
      for (let tries = 1; ; tries++) {
        try {
          return await once()
        } catch (error) {
          if (tries >= 5 || !again(error)) throw error
        }
      }
    },
    async tiles(at) {
      if (at.length === 0) return []
      const rows = await db
        .selectFrom("tile")
        .select(["level", "place", "hashes"])
        .where("desk", "=", desk)
        .where(
          sql<boolean>`(${sql.join(
            at.map(({ level, place }) => sql`(level = ${level} and place = ${place})`),
            sql` or `,
          )})`,
        )
        .execute()
      const found = new Map(rows.map((row) => [`${row.level} ${row.place}`, row.hashes]))
      return at.map(({ level, place }) => found.get(`${level} ${place}`) ?? new Uint8Array(0))
    },
    async placeOf(stream, seq) {
      const row = await db
        .selectFrom("leaf")
        .select("place")
        .where("desk", "=", desk)
        .where("stream", "=", stream)
        .where("seq", "=", seq)
        .executeTakeFirst()
      return row?.place ?? null
    },
  }
}
