// Finding and checking the proof of work that opens a mailbox.
import { type Id, WORK_BITS, enoughWork, workBytes } from "@safe-conduct/wire"
import { sha256 } from "../primitives/hash.ts"
import { seekHash } from "../primitives/seek-hash.ts"

export const checkWork = (ask: Id, nonce: number): boolean => enoughWork(sha256(workBytes(ask, nonce)), WORK_BITS)

/**
 * Tries nonces from `from`; gives way to the page every few thousand. `from` should be random, so that two tabs differ.
 * The bytes are laid out once and only the nonce, which is their end, is written anew. What the search finds the plain hash confirms.
 */
export async function findWork(ask: Id, from: number, rest: () => Promise<void>): Promise<number> {
  const firstWord = seekHash(workBytes(ask, 0))
  for (let nonce = from; ; nonce++) {
    const word = firstWord(Math.floor(nonce / 2 ** 32), nonce >>> 0)
    if (word >>> (32 - WORK_BITS) === 0 && checkWork(ask, nonce)) return nonce
    if ((nonce - from) % 4096 === 4095) await rest()
  }
}
