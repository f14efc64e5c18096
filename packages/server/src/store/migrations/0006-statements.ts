// What two members say to everybody: the last word about each thing, with its number, so that an earlier one is not taken again.
import { type Kysely, sql } from "kysely"
import type { ColumnTypes } from "./0001-first.ts"

export const statements =
  (types: ColumnTypes) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const columns = [`"desk" text not null`, `"about" text not null`, `"number" ${types.whole} not null`, `"said" text not null`]
    await sql.raw(`create table statement (${columns.join(", ")}, primary key (desk, about)) ${types.end}`).execute(db)
  }
