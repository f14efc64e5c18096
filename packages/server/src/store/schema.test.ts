// What a thief sees is written down: every column that the migrations make has its sentence, and no sentence lacks its column.
import { mkdtemp, rm } from "node:fs/promises"
import { DatabaseSync } from "node:sqlite"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { leaks } from "./schema.ts"
import { openSqlite } from "./sqlite.ts"

test("every stored column says what it leaks", async () => {
  const folder = await mkdtemp(join(tmpdir(), "safe-conduct-schema-"))
  const path = join(folder, "desk.sqlite")
  await (await openSqlite(path)).close()
  const db = new DatabaseSync(path, { readOnly: true })
  const tables = (
    db.prepare("select name from sqlite_master where type = 'table' and name not like 'kysely_%'").all() as { name: string }[]
  ).map((t) => t.name)
  const made = Object.fromEntries(
    tables.map((table) => [
      table,
      db.prepare(`select name, pk from pragma_table_info('${table}')`).all() as { name: string; pk: number }[],
    ]),
  )
  db.close()
  const names = (columns: readonly string[]) => [...columns].sort()
  expect(Object.fromEntries(Object.entries(made).map(([table, columns]) => [table, names(columns.map((c) => c.name))]))).toEqual(
    Object.fromEntries(Object.entries(leaks).map(([table, columns]) => [table, names(Object.keys(columns))])),
  )
  for (const columns of Object.values(made)) expect(columns.find((c) => c.pk === 1)?.name).toBe("desk")
  for (const columns of Object.values(leaks)) for (const sentence of Object.values(columns)) expect(sentence).toMatch(/^[A-Z].{15,}\.$/)
  await rm(folder, { recursive: true })
})
