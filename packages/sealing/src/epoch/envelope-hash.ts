// Hashes that tie envelopes to the roster entry that announced them.
import { type Hash, type Id, envelopesBytes, fromBase64 } from "@safe-conduct/wire"
import { hashOf } from "../primitives/hash.ts"

export const envelopeHash = (sealed: string): Hash => hashOf(fromBase64(sealed))
export const envelopesHash = (list: readonly { readonly member: Id; readonly hash: Hash }[]): Hash => hashOf(envelopesBytes(list))
