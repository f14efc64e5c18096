// Which member fetched what a stream holds in which hour: written by reads, and never on the way of an append.
import { type Kysely, sql } from "kysely"
import type { ColumnTypes } from "./0001-first.ts"

export const openings =
  (types: ColumnTypes) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const columns = ["desk", "stream", "member", "hour"].map((name) => `"${name}" text not null`)
    await sql.raw(`create table opening (${columns.join(", ")}, primary key (desk, stream, member, hour)) ${types.end}`).execute(db)
    const index = (name: string, on: string) => sql.raw(`create index ${name} on opening (${on})`).execute(db)
    await index("opening_member", "desk, member, hour")
    await index("opening_hour", "desk, hour")
  }
