// Finding and checking the proof of work that opens a mailbox.
import { type Id, WORK_BITS, enoughWork, workBytes } from "@safe-conduct/wire"
import { sha256 } from "../primitives/hash.ts"
import { repeatedSha256 } from "../primitives/repeated-hash.ts"

export const checkWork = (ask: Id, nonce: number): boolean => enoughWork(sha256(workBytes(ask, nonce)), WORK_BITS)

/**
 * Tries nonces from `from`; gives way to the page every few thousand. `from` should be random, so that two tabs differ.
 * The bytes are laid out once and only the nonce, which is their end, is written anew; the hash's state is one for all tries. Together
 * some ten times as many tries a second as with `checkWork`.
 */
export async function findWork(ask: Id, from: number, rest: () => Promise<void>): Promise<number> {
  const bytes = workBytes(ask, from)
  const last = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 8, 8)
  const hashed = repeatedSha256()
  for (let nonce = from; ; nonce++) {
    last.setUint32(0, Math.floor(nonce / 2 ** 32))
    last.setUint32(4, nonce % 2 ** 32)
    if (enoughWork(hashed(bytes), WORK_BITS)) return nonce
    if ((nonce - from) % 4096 === 4095) await rest()
  }
}
