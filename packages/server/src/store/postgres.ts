// PostgreSQL 15 or later through `pg`. Nothing here that distributed engines of its kind lack, Kysely's advisory lock included.
import { directoryIdOf } from "@safe-conduct/sealing/verify"
import { type DialectAdapter, Kysely, PostgresAdapter, PostgresDialect, sql } from "kysely"
import pg from "pg"
import type { ColumnTypes } from "./migrations/0001-first.ts"
import { migrate } from "./migrations/index.ts"
import type { Tables } from "./schema.ts"
import { sqlDatabase } from "./sql-store.ts"
import type { Database } from "./store.ts"

export const postgresTypes: ColumnTypes = { whole: "bigint", bytes: "bytea", end: "" }

const INT8 = 20
const NUMERIC = 1700

/** Migrations take a row lock where Kysely would take an advisory one; held to the end of the transaction they run in. */
class RowLockAdapter extends PostgresAdapter {
  override async acquireMigrationLock(db: Kysely<never>): Promise<void> {
    await sql`select * from kysely_migration_lock for update`.execute(db)
  }
  override async releaseMigrationLock(): Promise<void> {}
}

class PlainPostgres extends PostgresDialect {
  override createAdapter(): DialectAdapter {
    return new RowLockAdapter()
  }
}

export function connectPostgres(url: string, connections: number): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: {
      getTypeParser: (oid: number, format?: string) =>
        oid === INT8 || oid === NUMERIC ? (text: string) => Number(text) : pg.types.getTypeParser(oid, format as "text"),
    } as pg.CustomTypesConfig,
  })
  // A connection that the server drops while it rests must not end the process; the next query makes another.
  pool.on("error", () => undefined)
  return new Kysely<Tables>({ dialect: new PlainPostgres({ pool }) })
}

export async function openPostgres(url: string, connections = 8): Promise<Database> {
  const db = connectPostgres(url, connections)
  await migrateTogether(db)
  return sqlDatabase(db, directoryIdOf, {
    async passing(tx) {
      await sql`set local synchronous_commit = off`.execute(tx)
    },
  })
}

/** Two processes that start together on an empty database may both try to make the same tables: the one that loses looks again. */
export async function migrateTogether(db: Kysely<Tables>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().execute((tx) => migrate(tx, postgresTypes))
    } catch (error) {
      if (tries >= 5 || !["23505", "42P07", "40001", "40P01"].includes((error as { code?: string }).code ?? "")) throw error
    }
  }
}
