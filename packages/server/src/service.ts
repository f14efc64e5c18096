// What every route works with: one desk's store, its objects, its directory in memory, and the clock it was given.
import { type Directory, type Signing, foldDirectory, signReceipt } from "@safe-conduct/sealing/verify"
import { type Hash, type Head, type Hour, type Id, type Receipt, sameHead } from "@safe-conduct/wire"
import type { Limits } from "./door/limits.ts"
import type { PartBodies } from "./door/part-body.ts"
import type { Queue } from "./door/queue.ts"
import type { Objects } from "./objects/objects.ts"
import type { Openings } from "./openings.ts"
import type { Store } from "./store/store.ts"
import type { WakingKeeper } from "./waking/keeper.ts"
import type { Senders } from "./waking/senders.ts"

export interface Service {
  readonly desk: Id
  readonly trial: boolean
  readonly store: Store
  readonly objects: Objects
  readonly directory: DirectoryKeeper
  readonly openings: Openings
  readonly senders: Senders
  readonly waking: Pick<WakingKeeper, "soon">
  readonly receipts: Signing
  readonly macKey: Uint8Array
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  readonly limits: Limits
  readonly queue: Queue
  readonly parts: PartBodies
  /** Origins that a sign-in may name; null takes this machine's own (loopback) and no other. */
  readonly origins: readonly string[] | null
  readonly trialNotes: string | null
}

/** The directory folded, shared by all requests. Another process may have moved it: whoever sees a newer head says so. */
export interface DirectoryKeeper {
  readonly stream: Id
  /** As this process last folded it; exact enough to judge by when the head is compared again where it matters. */
  held(): Directory
  /** Folded at least up to this head. */
  at(head: Head): Promise<Directory>
  /** Folded up to what is stored now. */
  latest(): Promise<Directory>
}

export async function keepDirectory(store: Store, stream: Id): Promise<DirectoryKeeper> {
  let held: Directory | null = null
  let reading: Promise<void> | null = null

  const readOn = async (): Promise<void> => {
    for (;;) {
      const page = await store.entries(stream, held === null ? 0 : held.head.seq + 1, 500, 8 << 20)
      if (page.length === 0) return
      for (const { entry } of page) {
        const folded = await foldDirectory(held, entry)
        if (!folded.ok) throw new Error(`the stored directory does not fold at ${entry.seq}: ${folded.refusal.error}`)
        held = folded.value
      }
    }
  }
  const refresh = (): Promise<void> => (reading ??= readOn().finally(() => (reading = null)))

  await refresh()
  if (held === null) throw new Error("the desk has no directory")
  const at = async (head: Head): Promise<Directory> => {
    // A reading that was under way may have seen its last page before this head was stored: then once more.
    for (let tries = 0; tries < 2 && !sameHead((held as Directory).head, head); tries++) await refresh()
    return held as Directory
  }
  return {
    stream,
    held: () => held as Directory,
    at,
    latest: async () => at((await store.stream(stream))?.head ?? (held as Directory).head),
  }
}

export const receiptFor = (service: Service, stream: Id, head: { seq: number; hash: Hash }, hour: Hour): Promise<Receipt> =>
  signReceipt(service.receipts, { desk: service.desk, stream, seq: head.seq, hash: head.hash, hour })
