// Openings: a member, a stream, an hour. Each stands once however often she fetched, and none longer than its days.
import type { Hour, Id } from "@safe-conduct/wire"
import type { Kysely } from "kysely"
import type { Tables } from "./schema.ts"

export interface Opening {
  readonly stream: Id
  readonly member: Id
  readonly hour: Hour
}
export interface OpeningReads {
  /** Of a stream or by a member, the latest hour first. */
  openings(of: { readonly stream: Id } | { readonly member: Id }, limit: number): Promise<Opening[]>
  /** Streams with a roster on which the member stands, and that list the object. */
  rosteredWith(object: Id, member: Id): Promise<Id[]>
}
export interface OpeningChanges {
  putOpenings(openings: readonly Opening[]): Promise<void>
  dropOpeningsBefore(hour: Hour): Promise<void>
}

export const openingReads = (db: Kysely<Tables>, desk: Id): OpeningReads => ({
  async openings(of, limit) {
    const rows = await db
      .selectFrom("opening")
      .select(["stream", "member", "hour"])
      .where("desk", "=", desk)
      .where((is) => ("stream" in of ? is("stream", "=", of.stream) : is("member", "=", of.member)))
      .orderBy("hour", "desc")
      .orderBy("member")
      .orderBy("stream")
      .limit(limit)
      .execute()
    return rows as Opening[]
  },
  async rosteredWith(object, member) {
    const rows = await db
      .selectFrom("listing")
      .innerJoin("roster", (join) => join.onRef("roster.desk", "=", "listing.desk").onRef("roster.stream", "=", "listing.stream"))
      .select("listing.stream")
      .where("listing.desk", "=", desk)
      .where("listing.object", "=", object)
      .where("roster.member", "=", member)
      .execute()
    return rows.map((row) => row.stream as Id)
  },
})

export const openingChanges = (db: Kysely<Tables>, desk: Id): OpeningChanges => ({
  async putOpenings(openings) {
    if (openings.length === 0) return
    await db
      .insertInto("opening")
      .values(openings.map((one) => ({ desk, ...one })))
      .onConflict((on) => on.columns(["desk", "stream", "member", "hour"]).doNothing())
      .execute()
  },
  async dropOpeningsBefore(hour) {
    await db.deleteFrom("opening").where("desk", "=", desk).where("hour", "<", hour).execute()
  },
})
