// The job that puts stored entries into the log: claimed with a lease, a few hundred leaves a time, beside the writers. Where two
// processes meet, one of them writes. Within a round leaves stand by their hashes: the log tells the order of rounds and no finer one.
import { growing, leafHash, signCheckpoint } from "@safe-conduct/sealing/verify"
import { type Checkpoint, hourOf, wholes } from "@safe-conduct/wire"
import type { Service } from "../service.ts"
import type { LogRow, LogStore } from "../store/log-store.ts"
import { growingTiles, tileReader } from "./tiles.ts"

type Sequencing = Pick<Service, "desk" | "receipts" | "now"> & { readonly store: { readonly log: LogStore } }

const BATCH = 512
/** Minutes that a claim lasts when its process dies; renewed with each batch. */
const LEASE = 2

/** Everything that is stored now. `holder` is this process's random name. False when another process is at it. */
export async function sequence(service: Sequencing, holder: string): Promise<boolean> {
  const { log } = service.store
  if (!(await log.behind())) return true
  const minute = (): number => Math.floor(service.now() / 60_000)
  let row = await log.claim(holder, minute(), minute() + LEASE)
  if (row === null) return false
  try {
    for (;;) {
      const next = await log.waiting(row.cursor, BATCH)
      if (next.entries.length === 0 && next.cursor === row.cursor) return true
      const to = await extended(service, row, next)
      if (!(await log.extend(holder, row.size, to, minute() + LEASE))) return false
      row = to
    }
  } finally {
    await log.release(holder)
  }
}

async function extended({ desk, receipts, now, store }: Sequencing, row: LogRow, next: Awaited<ReturnType<LogStore["waiting"]>>) {
  if (next.entries.length === 0) return { ...row, cursor: next.cursor, leaves: [], tiles: [] }
  const leaves = next.entries.toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
  const tiles = await growingTiles(store.log, row.size)
  const tree = growing(row.size, await tileReader(store.log)(wholes(0, row.size)), tiles.add)
  for (const { hash, hour } of leaves) tree.add(leafHash(hash, hour))
  const signed: Checkpoint = await signCheckpoint(receipts, { desk, size: tree.size(), root: tree.root(), hour: hourOf(now()) })
  const { size, root, hour, signature } = signed
  return { size, root, hour, signature, cursor: next.cursor, leaves, tiles: tiles.touched() }
}
