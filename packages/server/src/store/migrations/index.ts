// All migrations in order, handed to Kysely as they are: no folder is read at run time. A file is added, never changed.
import type { Kysely } from "kysely"
import { type MigrationProvider, Migrator } from "kysely/migration"
import type { Tables } from "../schema.ts"
import { type ColumnTypes, first } from "./0001-first.ts"
import { log } from "./0002-log.ts"
import { purge } from "./0003-purge.ts"
import { openings } from "./0004-openings.ts"
import { waking } from "./0005-waking.ts"
import { statements } from "./0006-statements.ts"

const provider = (types: ColumnTypes): MigrationProvider => ({
  getMigrations: async () => ({
    "0001-first": { up: first(types) },
    "0002-log": { up: log(types) },
    "0003-purge": { up: purge(types) },
    "0004-openings": { up: openings(types) },
    "0005-waking": { up: waking(types) },
    "0006-statements": { up: statements(types) },
  }),
})

/** Brings the tables up to date, or throws what stopped it. */
export async function migrate(db: Kysely<Tables>, types: ColumnTypes): Promise<void> {
  const { error } = await new Migrator({ db, provider: provider(types) }).migrateToLatest()
  if (error) throw error
}
