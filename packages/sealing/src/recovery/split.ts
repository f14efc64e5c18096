// The ceremony: an identity is made, its secret split, each share sealed to one trustee and signed; then the secret and the ceremony's
// signing key are forgotten. Nothing leaves before every set of enough shares was joined again and gave the same recipient.
import {
  type Id,
  type PublicKey,
  type Recipient,
  type RecoveryCertificate,
  type RecoveryShare,
  recoveryShareBytes,
  toBase64,
  toHex,
  utf8,
} from "@safe-conduct/wire"
import { recipientPrintOf, recoveryIdOf } from "../ids.ts"
import { ageSeal, identityFromSeed, recipientOf } from "../primitives/age.ts"
import { hashOf, randomBytes } from "../primitives/hash.ts"
import { joinSecret, splitSecret } from "../primitives/secret-sharing.ts"
import { signingFromSeed } from "../primitives/sign.ts"
import { subsetsOf } from "./subsets.ts"

export interface SplitRecovery {
  /** To be certified by administrators, who give it its number. */
  readonly certificate: Omit<RecoveryCertificate, "number">
  readonly set: Id
  /** One for each trustee, in their order. */
  readonly shares: readonly RecoveryShare[]
}

/** Throws when the trustees repeat or the numbers make no sense: whoever calls has checked what was typed. */
export async function splitRecovery(desk: Id, trustees: readonly Recipient[], threshold: number): Promise<SplitRecovery> {
  if (threshold < 2 || threshold > trustees.length || new Set(trustees).size !== trustees.length)
    throw new RangeError("a recovery key is split between different trustees, two of whom at least must come together")
  const seed = randomBytes(32)
  const recipient = await recipientOf(identityFromSeed(seed))
  const ceremony = signingFromSeed(randomBytes(32))
  const set = recoveryIdOf(desk, recipient)
  const pieces = await splitSecret(seed, trustees.length, threshold)
  for (const some of subsetsOf(pieces, threshold)) {
    const joined = await joinSecret(some)
    if (joined === null || toHex(joined) !== toHex(seed)) throw new Error("the shares do not join again")
  }
  seed.fill(0)
  const shares = await Promise.all(
    trustees.map(async (trustee, n): Promise<RecoveryShare> => {
      const index = n + 1
      const plain = { v: 1, kind: "recovery-share", desk, set, index, share: toHex(pieces[n] as Uint8Array) }
      const sealed = await ageSeal([trustee], utf8(JSON.stringify(plain)))
      const signed = {
        v: 1,
        kind: "recovery-share",
        desk,
        set,
        index,
        threshold,
        shares: trustees.length,
        trustee: recipientPrintOf(trustee),
        ceremony: ceremony.key as PublicKey,
      } as const
      return { ...signed, sealed: toBase64(sealed), signature: await ceremony.sign(recoveryShareBytes(signed, hashOf(sealed))) }
    }),
  )
  return { certificate: { recipient, ceremony: ceremony.key, threshold, shares: trustees.length }, set, shares }
}
