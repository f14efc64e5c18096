// `seen`: what a member's client says the log was when it looked, in a stream of her own that every member and the server can read.
// The server knows size and root anyway; that all can read it is the point. Stored body = PAE("safe-conduct/seen/1", u64 size, root).
import { type Bytes, concat, equalBytes, pae, u64be, utf8 } from "../bytes.ts"
import { type Hash, type Id, hashBytes, hashFromBytes, idBytes } from "../id.ts"
import { labels } from "../labels.ts"

export interface Seen {
  readonly size: number
  readonly root: Hash
}

export const seenBody = ({ size, root }: Seen): Bytes => pae(labels.seen, u64be(size), hashBytes(root))

const begins = concat(utf8(labels.seen), new Uint8Array(1))

/** What a body says, or null when it is not one in its only form. */
export function readSeenBody(body: Uint8Array): Seen | null {
  if (body.length !== begins.length + 4 + 8 + 4 + 32) return null
  const at = begins.length + 4
  const size = Number(new DataView(body.buffer, body.byteOffset + at, 8).getBigUint64(0))
  if (!Number.isSafeInteger(size) || size < 1) return null
  const seen = { size, root: hashFromBytes(body.subarray(at + 12)) }
  return equalBytes(seenBody(seen), body) ? seen : null
}

/** The id of a member's `seen` stream: everybody can compute it, only she writes there. */
export const seenIdBytes = (desk: Id, member: Id): Bytes => pae(labels.seenId, idBytes(desk), idBytes(member))
