// What is read of a stream: a page of its entries, and its epochs' envelopes for one reader. The routes ask it, and whoever opens a data
// folder without serving it.
import { EMPTY, type Envelopes, type Id, type Page } from "@safe-conduct/wire"
import type { Limits } from "./door/limits.ts"
import { toText } from "./store/rows.ts"
import type { Store } from "./store/store.ts"

export async function readPage(store: Store, limits: Limits, stream: Id, from: number, limit?: number): Promise<Page> {
  const { pageEntries, pageBytes } = limits
  // The head is read last: a page never claims a head before an entry that it holds.
  const entries = await store.entries(stream, from, Math.min(limit ?? pageEntries, pageEntries), pageBytes)
  const head = (await store.stream(stream))?.head ?? EMPTY
  return { entries, head }
}

/** For every epoch all hashes, and the envelope of `reader` alone. */
export async function envelopesFor(store: Store, stream: Id, reader: Id): Promise<Envelopes> {
  const epochs = new Map<number, Envelopes["epochs"][number]>()
  for (const { epoch, member, hash, sealed } of await store.envelopes(stream, reader)) {
    const at = epochs.get(epoch) ?? { epoch, hashes: [], mine: null }
    at.hashes.push({ member, hash })
    if (sealed !== null) at.mine = toText(sealed)
    epochs.set(epoch, at)
  }
  return { epochs: [...epochs.values()] }
}
