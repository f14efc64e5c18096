// Rows that are destroyed on the word of two members. Headers and signatures stay, so that the chain still verifies; rosters stay,
// which are signed, in the clear and name nobody: without them nobody could tell who had the right to write what is gone.
import { type Hour, type Id, type SignedPurge, isRosterBody } from "@safe-conduct/wire"
import type { Kysely } from "kysely"
import { purgeOf } from "./rows.ts"
import type { PurgeTable, Tables } from "./schema.ts"

export type PurgeRow = SignedPurge & { readonly hour: Hour }

export interface PurgeReads {
  /** By whose word entries of this stream are gone, oldest first. */
  purges(stream: Id): Promise<PurgeRow[]>
}
export interface PurgeChanges {
  putPurge(purge: PurgeRow): Promise<void>
  /** Up to an entry: how many bodies are gone now, and which files those entries list and no later one of the stream does. */
  eraseBodies(stream: Id, through: number): Promise<{ readonly gone: number; readonly objects: readonly Id[] }>
  /** How many are gone now. */
  eraseEnvelopes(stream: Id): Promise<number>
  eraseCard(stream: Id): Promise<void>
  /** The stream lists these no more. */
  unlist(stream: Id, objects: readonly Id[]): Promise<void>
  listed(object: Id): Promise<boolean>
  /** Nobody is woken for it any more, and the day on which it was read is gone. */
  forgetMailbox(stream: Id): Promise<void>
}

const rowOf = (row: PurgeTable): PurgeRow => ({ ...purgeOf(row), hour: row.hour as Hour })

export const purgeReads = (db: Kysely<Tables>, desk: Id): PurgeReads => ({
  async purges(stream) {
    const rows = await db.selectFrom("purge").selectAll().where("desk", "=", desk).where("stream", "=", stream).orderBy("seq").execute()
    return rows.map(rowOf)
  },
})

export const purgeChanges = (db: Kysely<Tables>, desk: Id): PurgeChanges => ({
  async putPurge({ stream, seq, hash, unanswered, until, approvals: [first, second], hour }) {
    await db
      .insertInto("purge")
      .values({
        desk,
        stream,
        seq,
        hash,
        unanswered: unanswered ? 1 : 0,
        until,
        first: first.by,
        first_signature: first.signature,
        second: second.by,
        second_signature: second.signature,
        hour,
      })
      .onConflict((on) => on.columns(["desk", "stream", "seq"]).doNothing())
      .execute()
  },
  async eraseBodies(stream, through) {
    const own = db.selectFrom("entry").where("desk", "=", desk).where("stream", "=", stream)
    const rows = await own.select(["seq", "objects"]).where("seq", "<=", through).execute()
    let gone = 0
    for (const { seq } of rows) {
      const body = (await own.select("body").where("seq", "=", seq).executeTakeFirst())?.body ?? null
      if (body !== null && isRosterBody(body)) continue
      gone++
      const at = db.updateTable("entry").set({ body: null }).where("desk", "=", desk).where("stream", "=", stream).where("seq", "=", seq)
      if (body !== null) await at.execute()
    }
    const later = await own.select("objects").where("seq", ">", through).execute()
    const still = new Set(later.flatMap(({ objects }) => objects.split(" ")))
    const objects = new Set(rows.flatMap((row) => (row.objects === "" ? [] : row.objects.split(" "))))
    return { gone, objects: [...objects].filter((id) => !still.has(id)) as Id[] }
  },
  async eraseEnvelopes(stream) {
    const own = db.updateTable("envelope").set({ sealed: null }).where("desk", "=", desk).where("stream", "=", stream)
    return Number((await own.executeTakeFirst()).numUpdatedRows)
  },
  async eraseCard(stream) {
    await db.deleteFrom("card").where("desk", "=", desk).where("stream", "=", stream).execute()
  },
  async unlist(stream, objects) {
    if (objects.length === 0) return
    await db.deleteFrom("listing").where("desk", "=", desk).where("stream", "=", stream).where("object", "in", objects).execute()
  },
  async listed(object) {
    const own = db.selectFrom("listing").select("stream").where("desk", "=", desk).where("object", "=", object)
    return (await own.limit(1).executeTakeFirst()) !== undefined
  },
  async forgetMailbox(stream) {
    await db.updateTable("stream").set({ wake: 0, opened: null }).where("desk", "=", desk).where("stream", "=", stream).execute()
  },
})
