// For tests only: PostgreSQL's dialect without a server, in memory and without fsync. Never a store for people.
import { PGlite } from "@electric-sql/pglite"
import { directoryIdOf } from "@safe-conduct/sealing/verify"
import { Kysely, PGliteDialect } from "kysely"
import { migrateTogether } from "../postgres.ts"
import type { Tables } from "../schema.ts"
import { sqlDatabase } from "../sql-store.ts"
import type { Database } from "../store.ts"

export async function openPglite(): Promise<Database> {
  const INT8 = 20
  const NUMERIC = 1700
  const pglite = new PGlite({ parsers: { [INT8]: Number, [NUMERIC]: Number } })
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  await migrateTogether(db)
  return sqlDatabase(db, directoryIdOf)
}
