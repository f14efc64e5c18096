// The administrators of a desk that is not being served, set by its root: for the day on which nobody who could sign in is left.
import { directoryIdOf, entryHash, foldDirectory, type Directory } from "@safe-conduct/sealing/verify"
import { type Entry, type Id, type Refusal, hourOf, refuse } from "@safe-conduct/wire"
import { keepDirectory } from "./service.ts"
import type { Database } from "./store/store.ts"

type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export interface SetOfAdmins {
  readonly entry: Entry
  /** Seeds of those who are new, wrapped on their own devices. */
  readonly wraps: readonly { readonly member: Id; readonly locator: Id; readonly blob: string }[]
}

/** `make` writes behind the head of the directory that it is given. `desk`: which one, where the database holds several. */
export async function writeAdminSet(
  database: Database,
  now: number,
  make: (directory: Directory) => Promise<Result<SetOfAdmins>>,
  desk?: Id,
): Promise<Result<Directory>> {
  const [only, ...more] = (await database.desks()).filter((row) => desk === undefined || row.desk === desk)
  if (only === undefined || more.length > 0)
    return { ok: false, refusal: refuse("other-desk", "There is no desk in this folder, or several; --desk says which.") }
  const store = await database.open(only.desk)
  const stream = directoryIdOf(only.desk)
  const before = await (await keepDirectory(store, stream)).latest()
  const made = await make(before)
  if (!made.ok) return made
  const { entry, wraps } = made.value
  const folded = await foldDirectory(before, entry)
  if (!folded.ok) return folded
  const hour = hourOf(now)
  const { head } = folded.value
  const stored = await store.write(async (tx) => {
    if (!(await tx.advance(stream, before.head, { head, epoch: 0, dirSeq: entry.dirSeq, hour }))) return false
    await tx.putEntry(stream, entry, head.hash, hour)
    for (const { locator, member, blob } of wraps) if ((await tx.wrapWriter(locator)) === null) await tx.putWrap(locator, member, blob)
    return true
  })
  return stored && head.hash === entryHash(entry)
    ? folded
    : { ok: false, refusal: refuse("not-head", "Somebody changed the directory at the same time. Try again.") }
}
