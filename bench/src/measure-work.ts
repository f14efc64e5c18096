// What a new mailbox costs the device that opens it, by the very search that it runs. Luck is taken out: tries are counted, not mailboxes.
import { findWork } from "@safe-conduct/sealing/seal"
import { type Id, WORK_BITS, idFromBytes } from "@safe-conduct/wire"

/** Tries that one mailbox needs on average. Every twentieth needs three times as many. */
export const AVERAGE = 2 ** WORK_BITS

/** Seeks until so many were tried at least; answers how many. */
export async function seek(tries: number): Promise<number> {
  let tried = 0
  for (let mailbox = 1; tried < tries; mailbox++) {
    const ask: Id = idFromBytes(new Uint8Array(16).fill(mailbox))
    tried += (await findWork(ask, 0, () => new Promise((done) => setTimeout(done, 0)))) + 1
  }
  return tried
}
