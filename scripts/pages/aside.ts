// Pages are made aside and moved into place whole: a server, a test or a second build never meets half of them.
import { mkdtemp, rename, rm } from "node:fs/promises"
import { join } from "node:path"

/** Calls `make` with a folder that does not exist yet; what stands there afterwards becomes `<home>/dist`. */
export async function madeAside(home: string, make: (dist: string) => Promise<void>): Promise<void> {
  const aside = await mkdtemp(join(home, ".building-"))
  const [made, place, before] = [join(aside, "dist"), join(home, "dist"), join(aside, "before")]
  try {
    await make(made)
    await rename(place, before).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error
    })
    await rename(made, place)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
