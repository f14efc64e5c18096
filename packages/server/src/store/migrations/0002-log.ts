// The desk's log: which entry is which leaf, the hashes of whole subtrees by tiles of 256, and one row that says where it stands and
// which process extends it. Nothing in the way of an append: what is new is found by the change cursor.
import { type Kysely, sql } from "kysely"
import type { ColumnTypes } from "./0001-first.ts"

export const log =
  (types: ColumnTypes) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const create = async (name: string, columns: readonly string[], key: string): Promise<void> => {
      await sql.raw(`create table ${name} (${columns.join(", ")}, primary key (${key})) ${types.end}`).execute(db)
    }
    const text = (name: string) => `"${name}" text not null`
    const whole = (name: string) => `"${name}" ${types.whole} not null`
    await create(
      "log",
      [text("desk"), whole("size"), text("root"), text("hour"), text("signature"), whole("cursor"), text("holder"), whole("until")],
      "desk",
    )
    await create("leaf", [text("desk"), text("stream"), whole("seq"), whole("place")], "desk, stream, seq")
    await create("tile", [text("desk"), whole("level"), whole("place"), `"hashes" ${types.bytes} not null`], "desk, level, place")
  }
