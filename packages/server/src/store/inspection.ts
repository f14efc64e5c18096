// Every row of a desk, read and never written: what `safe-conduct verify` looks at. One snapshot, so a desk may be at work meanwhile.
import { existsSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Id } from "@safe-conduct/wire"
import { type Kysely, sql } from "kysely"
import { connectPostgres } from "./postgres.ts"
import type { StoreOptions } from "../index.ts"
import type { Tables } from "./schema.ts"
import { overSqlite } from "./sqlite.ts"

/** What each table is ordered by. */
export const rowKeys = {
  desk: ["desk"],
  settings: ["desk"],
  stream: ["stream"],
  roster: ["stream", "place"],
  entry: ["stream", "seq"],
  envelope: ["stream", "epoch", "member"],
  card: ["stream"],
  object: ["object"],
  listing: ["object", "stream"],
  log: ["desk"],
  leaf: ["stream", "seq"],
  tile: ["level", "place"],
  purge: ["stream", "seq"],
  statement: ["about"],
} as const satisfies { readonly [T in keyof Tables]?: readonly (keyof Tables[T])[] }
export type Inspected = keyof typeof rowKeys

export interface Inspection {
  desks(): Promise<readonly { readonly desk: Id; readonly trial: boolean }[]>
  /** In the order of the table's key, some hundreds at a time. */
  rows<T extends Inspected>(desk: Id, table: T, stream?: Id): AsyncIterable<readonly Tables[T][]>
  close(): Promise<void>
}

const PAGE = 1000

/** Null where the file is not there, or was made before the tables of today. */
export async function openInspection({ data, databaseUrl }: StoreOptions): Promise<Inspection | null> {
  if (databaseUrl !== undefined) return inspect(connectPostgres(databaseUrl, 1), "postgres")
  const path = join(data, "desk.sqlite")
  return existsSync(path) ? inspect(overSqlite(new DatabaseSync(path, { readOnly: true }))) : null
}

async function inspect(db: Kysely<Tables>, engine?: "postgres"): Promise<Inspection | null> {
  // One transaction from beginning to end: nothing that is written meanwhile shows.
  const begun = db.startTransaction()
  const tx = await (engine ? begun.setIsolationLevel("repeatable read").setAccessMode("read only") : begun).execute()
  const close = async (): Promise<void> => {
    await tx.rollback().execute()
    await db.destroy()
  }
  try {
    await tx.selectFrom("statement").select("desk").limit(1).execute()
  } catch {
    await close()
    return null
  }
  return {
    async desks() {
      const rows = await tx.selectFrom("desk").select(["desk", "trial"]).orderBy("desk").execute()
      return rows.map(({ desk, trial }) => ({ desk: desk as Id, trial: trial === 1 }))
    },
    async *rows(desk, table, stream) {
      const order = rowKeys[table] as readonly string[]
      let last: Record<string, unknown> | null = null
      for (;;) {
        const columns = sql.join(order.map((name) => sql.ref(name)))
        const of = stream === undefined ? sql`` : sql` and stream = ${stream}`
        const after: ReturnType<typeof sql> =
          last === null ? sql`` : sql` and (${columns}) > (${sql.join(order.map((name) => (last as Record<string, unknown>)[name]))})`
        const { rows } =
          await sql<never>`select * from ${sql.table(table)} where desk = ${desk}${of}${after} order by ${columns} limit ${PAGE}`.execute(
            tx,
          )
        if (rows.length > 0) yield rows
        if (rows.length < PAGE) return
        last = rows.at(-1) as never
      }
    },
    close,
  }
}
