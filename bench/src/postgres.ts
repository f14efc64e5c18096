// A PostgreSQL of this machine's own binaries for one bench, or nothing where there is none.
import { postgresBin, startPostgres } from "../../packages/server/src/store/testing/postgres-here.ts"

export async function withPostgres<T>(work: (fresh: () => Promise<string>) => Promise<T>): Promise<T | null> {
  const bin = postgresBin()
  if (bin === null) return null
  const postgres = await startPostgres(bin)
  try {
    return await work(() => postgres.fresh())
  } finally {
    await postgres.stop()
  }
}
