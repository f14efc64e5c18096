// A member's `seen` entries: signed by her key alone, in the clear, in a stream whose id is made from hers.
import { type Entry, type Id, type Seen, fromBase64, idFromBytes, readSeenBody, refuse, seenIdBytes } from "@safe-conduct/wire"
import type { Folded } from "../directory/directory.ts"
import { sha256 } from "../primitives/hash.ts"

export const seenIdOf = (desk: Id, member: Id): Id => idFromBytes(sha256(seenIdBytes(desk, member)))

/** What an entry of such a stream says. Its signature and its place are checked as any entry's. */
export function readSeen(entry: Entry): Folded<Seen> {
  const no = (error: string, message: string, at: string): Folded<Seen> => ({ ok: false, refusal: refuse(error, message, at) })
  if (entry.epoch !== 0 || entry.objects.length > 0 || entry.guards.length > 0)
    return no("malformed-seen", "A word on the log carries no epoch, files or guards.", "/epoch")
  const seen = entry.body === null ? null : readSeenBody(fromBase64(entry.body))
  return seen === null ? no("malformed-seen", "This says nothing about the log that we can read.", "/body") : { ok: true, value: seen }
}
