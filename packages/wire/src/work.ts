// The constant proof of work at a mailbox's genesis: find a nonce so that SHA-256(PAE(label, ask id, nonce)) begins with 18 zero bits.
// About 2 s on a cheap phone; never asked to read, reply or add.
import { type Bytes, pae, u64be } from "./bytes.ts"
import { type Id, idBytes } from "./id.ts"
import { labels } from "./labels.ts"

export const WORK_BITS = 18
export const workBytes = (ask: Id, nonce: number): Bytes => pae(labels.work, idBytes(ask), u64be(nonce))

/** Whether a hash begins with enough zero bits. */
export function enoughWork(hash: Uint8Array, bits = WORK_BITS): boolean {
  const whole = bits >> 3
  for (let i = 0; i < whole; i++) if (hash[i] !== 0) return false
  return bits % 8 === 0 || (hash[whole] as number) >> (8 - (bits % 8)) === 0
}
