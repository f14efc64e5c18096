// By whose word entries are gone: two members' signatures over a stream and the head up to which it was destroyed.
import { type Kysely, sql } from "kysely"
import type { ColumnTypes } from "./0001-first.ts"

export const purge =
  (types: ColumnTypes) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const text = (name: string) => `"${name}" text not null`
    const whole = (name: string) => `"${name}" ${types.whole} not null`
    const columns = [
      text("desk"),
      text("stream"),
      whole("seq"),
      text("hash"),
      whole("unanswered"),
      text("until"),
      text("first"),
      text("first_signature"),
      text("second"),
      text("second_signature"),
      text("hour"),
    ]
    await sql.raw(`create table purge (${columns.join(", ")}, primary key (desk, stream, seq)) ${types.end}`).execute(db)
  }
