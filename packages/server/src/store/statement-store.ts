// The last word of the desk's members to everybody about each thing, a withdrawal among them.
import { type Id, SignedStatement, type StatementSubject, read, subjectOfStatement } from "@safe-conduct/wire"
import type { Kysely } from "kysely"
import type { Tables } from "./schema.ts"

export interface StatementReads {
  statements(): Promise<SignedStatement[]>
}
export interface StatementChanges {
  /** In place of what was said before about the same thing. */
  putStatement(said: SignedStatement): Promise<void>
}

export const statementReads = (db: Kysely<Tables>, desk: Id): StatementReads => ({
  async statements() {
    const rows = await db.selectFrom("statement").select("said").where("desk", "=", desk).orderBy("about").execute()
    return rows.flatMap(({ said }) => {
      const parsed = read(SignedStatement, JSON.parse(said))
      return parsed.ok ? [parsed.value] : []
    })
  },
})

export const statementChanges = (db: Kysely<Tables>, desk: Id): StatementChanges => ({
  async putStatement(signed) {
    const about: StatementSubject = subjectOfStatement(signed.statement)
    const set = { number: signed.statement.number, said: JSON.stringify(signed) }
    await db
      .insertInto("statement")
      .values({ desk, about, ...set })
      .onConflict((on) => on.columns(["desk", "about"]).doUpdateSet(set))
      .execute()
  },
})
