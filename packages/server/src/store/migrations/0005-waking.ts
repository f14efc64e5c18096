// Waking somebody: what members armed, the order of duty, where each lets herself be woken, the wakes under way and their notices.
import { type Kysely, sql } from "kysely"
import type { ColumnTypes } from "./0001-first.ts"

export const waking =
  (types: ColumnTypes) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const create = async (name: string, columns: readonly string[], key: string): Promise<void> => {
      await sql.raw(`create table ${name} (${columns.join(", ")}, primary key (${key})) ${types.end}`).execute(db)
    }
    const text = (name: string) => `"${name}" text not null`
    const maybeText = (name: string) => `"${name}" text`
    const whole = (name: string) => `"${name}" ${types.whole} not null`
    await create(
      "alarm",
      [text("desk"), text("alarm"), text("wake"), whole("at"), whole("every"), whole("fired"), `"sealed" ${types.bytes} not null`],
      "desk, alarm",
    )
    await create("duty", [text("desk"), whole("from"), whole("until"), text("members")], `desk, "from"`)
    await create("way", [text("desk"), text("member"), text("kind"), text("address"), text("language")], "desk, member, kind")
    await create(
      "wake",
      [
        text("desk"),
        text("wake"),
        text("kind"),
        text("members"),
        whole("step"),
        whole("due"),
        maybeText("taken"),
        maybeText("how"),
        text("hour"),
      ],
      "desk, wake",
    )
    await create(
      "notice",
      [
        text("desk"),
        text("notice"),
        text("wake"),
        text("member"),
        whole("step"),
        text("way"),
        text("state"),
        whole("tries"),
        whole("due"),
        text("token"),
        text("hour"),
      ],
      "desk, notice",
    )
    const index = (name: string, table: string, columns: string) => sql.raw(`create index ${name} on ${table} (${columns})`).execute(db)
    await index("alarm_at", "alarm", "desk, at")
    await index("wake_due", "wake", "desk, due")
    await index("notice_due", "notice", "desk, due")
    await index("notice_wake", "notice", "desk, wake")
  }
