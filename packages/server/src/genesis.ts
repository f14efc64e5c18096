// Laying down a new desk: its row, its own random settings, and the directory's first entries, all checked as if they came by wire.
import { type Directory, entryHash, foldDirectory, randomBytes } from "@safe-conduct/sealing/verify"
import { type Entry, type Hour, type Id, type Refusal, hourOf, refuse } from "@safe-conduct/wire"
import type { Database } from "./store/store.ts"

export type Laid = { readonly ok: true; readonly directory: Directory } | { readonly ok: false; readonly refusal: Refusal }

/** `entries` begin with the genesis; members, intake and reply certificates follow. Nothing is written when one is refused. */
export async function writeGenesis(database: Database, entries: readonly Entry[], now: number): Promise<Laid> {
  let directory: Directory | null = null
  for (const entry of entries) {
    const folded = await foldDirectory(directory, entry)
    if (!folded.ok) return folded
    directory = folded.value
  }
  if (directory === null) return { ok: false, refusal: refuse("not-genesis", "A directory begins with its genesis.") }
  const { desk, trial, stream, head } = directory
  if ((await database.desks()).some((d) => d.desk === desk))
    return { ok: false, refusal: refuse("known-desk", "This desk is here already.") }
  await database.createDesk({ desk, trial }, { receiptSeed: randomBytes(32), macKey: randomBytes(32) })
  const store = await database.open(desk)
  const hour: Hour = hourOf(now)
  await store.write(async (tx) => {
    await tx.createStream({ stream, kind: "directory", head, epoch: 0, dirSeq: (entries.at(-1) as Entry).dirSeq, hour })
    for (const entry of entries) await tx.putEntry(stream, entry, entryHash(entry), hour)
  })
  return { ok: true, directory }
}

/** A member's wrapped seeds, before the server runs for the first time. */
export async function writeWrap(database: Database, desk: Id, locator: Id, member: Id, blob: string): Promise<void> {
  const store = await database.open(desk)
  await store.write((tx) => tx.putWrap(locator, member, blob))
}
