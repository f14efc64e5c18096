// Finding and checking the proof of work that opens a mailbox.
import { type Id, WORK_BITS, enoughWork, workBytes } from "@safe-conduct/wire"
import { sha256 } from "../primitives/hash.ts"

export const checkWork = (ask: Id, nonce: number): boolean => enoughWork(sha256(workBytes(ask, nonce)), WORK_BITS)

/** Tries nonces from `from`; gives way to the page every few thousand. `from` should be random, so that two tabs differ. */
export async function findWork(ask: Id, from: number, rest: () => Promise<void>): Promise<number> {
  for (let nonce = from; ; nonce++) {
    if (checkWork(ask, nonce)) return nonce
    if ((nonce - from) % 4096 === 4095) await rest()
  }
}
