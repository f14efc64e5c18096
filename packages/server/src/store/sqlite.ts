// SQLite by Node itself, under Kysely's dialect: one file in the data folder, erasing what it deletes. SQLite's own fsync at commit
// would hold up every request of the process; so it commits to its log without one (synchronous = normal), and the log is flushed
// beside the event loop before anybody is told that something is stored. What is on the disk then is the same, to the byte.
import { type FileHandle, open } from "node:fs/promises"
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite"
import { directoryIdOf } from "@safe-conduct/sealing/verify"
import { Kysely, SqliteDialect } from "kysely"
import type { ColumnTypes } from "./migrations/0001-first.ts"
import { migrate } from "./migrations/index.ts"
import type { Tables } from "./schema.ts"
import { sqlDatabase } from "./sql-store.ts"
import type { Database } from "./store.ts"

export const sqliteTypes: ColumnTypes = { whole: "integer", bytes: "blob", end: "strict" }

/** What Kysely expects of a database, over node:sqlite. Statements are prepared once and kept. */
function adapt(db: DatabaseSync) {
  const prepared = new Map<string, { statement: StatementSync; reader: boolean }>()
  return {
    close: () => db.close(),
    prepare(text: string) {
      let found = prepared.get(text)
      if (!found) {
        const statement = db.prepare(text)
        found = { statement, reader: statement.columns().length > 0 }
        if (prepared.size >= 300) prepared.clear()
        prepared.set(text, found)
      }
      const { statement, reader } = found
      return {
        reader,
        all: (values: readonly unknown[]) => statement.all(...(values as SQLInputValue[])),
        run(values: readonly unknown[]) {
          // On a full disk SQLite has already rolled back by itself; a second time would hide why.
          if (text === "rollback" && !db.isTransaction) return { changes: 0, lastInsertRowid: 0 }
          return statement.run(...(values as SQLInputValue[]))
        },
        iterate: (values: readonly unknown[]) => statement.iterate(...(values as SQLInputValue[])),
      }
    },
  }
}

export const overSqlite = (file: DatabaseSync): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(file) }) })

/**
 * Flushes the log: all frames that were committed before the call are on the disk after it. The writer and the sequencer of the log may
 * both begin with the first flush; one handle serves them.
 */
export function logOf(path: string) {
  let log: Promise<FileHandle> | null = null
  return {
    async flush(): Promise<void> {
      // The log has a name as long as the database is open; SQLite begins it anew in the same file after a checkpoint.
      const opening = (log ??= open(`${path}-wal`, "r+"))
      opening.catch(() => (log = null))
      await (await opening).datasync()
    },
    async close(): Promise<void> {
      const opened = log
      log = null
      await (await opened?.catch(() => null))?.close()
    },
  }
}

/** Opens or makes the database at `path`. Deleted rows are overwritten. `pages` bounds the file. */
export async function openSqlite(path: string, pages?: number): Promise<Database> {
  const file = new DatabaseSync(path)
  file.exec("pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma busy_timeout = 5000")
  if (pages !== undefined) file.exec(`pragma max_page_count = ${Math.floor(pages)}`)
  const db = overSqlite(file)
  // Tables and a desk's first row come seldom and are flushed by SQLite itself, its folder included.
  await migrate(db, sqliteTypes)
  const log = logOf(path)
  return sqlDatabase(db, directoryIdOf, {
    begin: () => file.exec("pragma synchronous = normal"),
    settle: log.flush,
    async forget() {
      // Erased rows are overwritten in the database itself (secure_delete) once the log is folded into it; then the log is emptied.
      const { busy } = file.prepare("pragma wal_checkpoint(truncate)").get() as { busy: number }
      if (busy !== 0) throw new Error("another process keeps the database's log open")
    },
    close: log.close,
  })
}
