// Destroying what a stream holds. Two members sign, for each stream, exactly which entries go: everything up to a head that both saw.
// The server checks the two signatures and needs to know nothing else; kept beside the chain, they tell destroyed from lost.
import * as v from "valibot"
import { type Bytes, pae, u64be, utf8 } from "./bytes.ts"
import { Signature, u32 } from "./entry.ts"
import { Seq } from "./head.ts"
import { Day, Hour } from "./hour.ts"
import { Hash, Id, hashBytes, idBytes } from "./id.ts"
import { labels } from "./labels.ts"

/** Streams in one purge: a family, its mailboxes with both sides, and what was proposed for it. */
export const MAX_PURGED = 64

const what = {
  stream: Id,
  /** Entries up to this one; `hash` is this one's, and so stands for all before it. */
  seq: Seq,
  hash: Hash,
  /** The two say expressly that a mailbox goes to which the desk never answered. */
  unanswered: v.boolean(),
  /** The last day (UTC) on which the server may act on it: a signature that was thought better of does not lie about for ever. */
  until: Day,
}
export const PurgeOf = v.strictObject(what)
export type PurgeOf = v.InferOutput<typeof PurgeOf>

/** What each of the two members signs. */
export const purgeBytes = (desk: Id, of: PurgeOf): Bytes =>
  pae(
    labels.purge,
    idBytes(desk),
    idBytes(of.stream),
    u64be(of.seq),
    hashBytes(of.hash),
    new Uint8Array([of.unanswered ? 1 : 0]),
    utf8(of.until),
  )

const By = v.strictObject({ by: Id, signature: Signature })
export const SignedPurge = v.strictObject({ ...what, approvals: v.strictTuple([By, By]) })
export type SignedPurge = v.InferOutput<typeof SignedPurge>

/** POST /api/purges — all or none. The same again is answered again. */
export const Purge = v.strictObject({ streams: v.pipe(v.array(SignedPurge), v.minLength(1), v.maxLength(MAX_PURGED)) })
export type Purge = v.InferOutput<typeof Purge>

/** What is gone now, also where it went the first time this was asked. `kept`: files that another stream lists, and that stay. */
export const Purged = v.strictObject({
  entries: u32,
  envelopes: u32,
  files: u32,
  kept: u32,
  hour: Hour,
})
export type Purged = v.InferOutput<typeof Purged>

/** GET /api/streams/:stream/purges — by whose word entries are gone. */
export const Purges = v.strictObject({ purges: v.array(v.strictObject({ ...SignedPurge.entries, hour: Hour })) })
export type Purges = v.InferOutput<typeof Purges>
