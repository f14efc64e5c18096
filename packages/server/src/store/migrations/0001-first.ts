// The first tables. `desk` stands first in every primary key; ids are random text; no serial, trigger or deferred constraint,
// so that distributed engines of the PostgreSQL kind run it too. What each column leaks is said in ../schema.ts.
import { type Kysely, sql } from "kysely"

/** Names of column types that differ between the two engines. `end` closes a CREATE TABLE. */
export interface ColumnTypes {
  readonly whole: "integer" | "bigint"
  readonly bytes: "blob" | "bytea"
  readonly end: "" | "strict"
}

export const first =
  (types: ColumnTypes) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const create = async (name: string, columns: readonly string[], key: string): Promise<void> => {
      await sql.raw(`create table ${name} (${columns.join(", ")}, primary key (${key})) ${types.end}`).execute(db)
    }
    const text = (name: string) => `"${name}" text not null`
    const maybeText = (name: string) => `"${name}" text`
    const whole = (name: string) => `"${name}" ${types.whole} not null`
    const bytes = (name: string) => `"${name}" ${types.bytes} not null`
    const maybeBytes = (name: string) => `"${name}" ${types.bytes}`

    await create("desk", [text("desk"), whole("cursor"), whole("trial")], "desk")
    await create("settings", [text("desk"), bytes("receipt_seed"), bytes("mac_key")], "desk")
    await create(
      "stream",
      [
        text("desk"),
        text("stream"),
        text("kind"),
        whole("seq"),
        text("head"),
        whole("epoch"),
        whole("dir_seq"),
        maybeText("key"),
        maybeText("pair"),
        whole("wake"),
        maybeText("opened"),
        text("hour"),
        whole("changed"),
      ],
      "desk, stream",
    )
    await create("roster", [text("desk"), text("stream"), text("member"), text("kid"), whole("place")], "desk, stream, member")
    await create(
      "entry",
      [
        text("desk"),
        text("stream"),
        whole("seq"),
        text("hash"),
        text("prev"),
        text("author"),
        whole("epoch"),
        whole("dir_seq"),
        text("dir_hash"),
        text("body_hash"),
        whole("size"),
        text("objects"),
        text("guards"),
        text("signature"),
        text("hour"),
        maybeBytes("body"),
      ],
      "desk, stream, seq",
    )
    await create(
      "envelope",
      [text("desk"), text("stream"), whole("epoch"), text("member"), text("hash"), maybeBytes("sealed")],
      "desk, stream, epoch, member",
    )
    await create(
      "card",
      [
        text("desk"),
        text("stream"),
        whole("version"),
        whole("card_epoch"),
        whole("own"),
        whole("through_seq"),
        text("through_hash"),
        text("author"),
        text("signature"),
        whole("changed"),
        bytes("sealed"),
      ],
      "desk, stream",
    )
    await create("wrap", [text("desk"), text("locator"), text("writer"), text("blob")], "desk, locator")
    await create(
      "object",
      [text("desk"), text("object"), text("owner"), whole("mailbox"), whole("parts"), whole("bytes"), whole("complete"), text("hour")],
      "desk, object",
    )
    await create("listing", [text("desk"), text("object"), text("stream")], "desk, object, stream")
    await create("session", [text("desk"), text("token"), text("subject"), whole("mailbox"), whole("until"), whole("idle")], "desk, token")

    const index = (name: string, table: string, columns: string) => sql.raw(`create index ${name} on ${table} (${columns})`).execute(db)
    await index("stream_changed", "stream", "desk, changed")
    await index("card_changed", "card", "desk, changed")
    await index("roster_member", "roster", "desk, member")
    await index("object_owner", "object", "desk, owner")
    await index("object_hour", "object", "desk, hour")
    await index("session_until", "session", "desk, until")
  }
