// A trustee's own key: a bare hybrid identity on a medium of hers. It opens her share and nothing else of the desk.
import type { Recipient } from "@safe-conduct/wire"
import { type Identity, identityFromSeed, recipientOf } from "../primitives/age.ts"
import { randomBytes } from "../primitives/hash.ts"

export async function newTrustee(): Promise<{ readonly identity: Identity; readonly recipient: Recipient }> {
  const identity = identityFromSeed(randomBytes(32))
  return { identity, recipient: await recipientOf(identity) }
}
