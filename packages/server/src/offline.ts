// A data folder read without serving it: every stream, whoever may read it, and the envelopes of one reader. For the command that
// restores a desk from what was kept. It tells nobody and writes nothing but the tables' own upkeep.
import { directoryIdOf } from "@safe-conduct/sealing/verify"
import type { Entry, Envelopes, HeadRow, Id, Page } from "@safe-conduct/wire"
import { defaultLimits } from "./door/limits.ts"
import type { Objects } from "./objects/objects.ts"
import { envelopesFor, readPage } from "./reading.ts"
import type { Store } from "./store/store.ts"

export interface OfflineDesk {
  readonly desk: Id
  readonly trial: boolean
  readonly genesis: Entry
  directory(from: number): Promise<Page>
  page(stream: Id, from: number): Promise<Page>
  heads(since: number): Promise<{ readonly rows: readonly HeadRow[]; readonly cursor: number; readonly more: boolean }>
  envelopes(stream: Id, reader: Id): Promise<Envelopes>
  part(object: Id, part: number): Promise<Uint8Array | null>
  close(): Promise<void>
}

export async function offlineDesk(store: Store, objects: Objects): Promise<OfflineDesk | null> {
  const directory = directoryIdOf(store.desk)
  const page = (stream: Id, from: number) => readPage(store, defaultLimits, stream, from)
  const genesis = (await store.entries(directory, 0, 1, 1))[0]?.entry
  if (genesis === undefined) return null
  return {
    desk: store.desk,
    trial: store.trial,
    genesis,
    page,
    directory: (from) => page(directory, from),
    async heads(since) {
      const limit = defaultLimits.rows
      const found = await store.all(since, limit + 1)
      const rows = found.slice(0, limit)
      return {
        rows: rows.map(({ dirSeq: _dirSeq, changed: _changed, ...row }) => row),
        cursor: rows.at(-1)?.changed ?? since,
        more: found.length > limit,
      }
    },
    envelopes: (stream, reader) => envelopesFor(store, stream, reader),
    part: (object, part) => objects.read(object, part),
    async close() {
      await objects.rest()
      await store.close()
    },
  }
}
