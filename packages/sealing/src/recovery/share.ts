// What can be said of a share without opening it: that the ceremony's key signed exactly this file for this place in this set.
import { type PublicKey, type RecoveryShare, type Refusal, fromBase64, recoveryShareBytes, refuse } from "@safe-conduct/wire"
import { hashOf } from "../primitives/hash.ts"
import { verifySignature } from "../primitives/sign.ts"

/** `ceremony`: the key that the directory certifies, not the one that the file brings along. */
export async function checkShare(share: RecoveryShare, ceremony: PublicKey): Promise<Refusal | null> {
  if (share.ceremony !== ceremony) return refuse("foreign-share", "This share was signed by another ceremony.", "/ceremony")
  const bytes = recoveryShareBytes(share, hashOf(fromBase64(share.sealed)))
  return (await verifySignature(ceremony, bytes, share.signature))
    ? null
    : refuse("corrupt-share", "This share is not as it left the ceremony.", "/signature")
}
