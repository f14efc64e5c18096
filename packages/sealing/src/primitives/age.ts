// age files of the hybrid kind (mlkem768x25519) and nothing else: a file that also names a classic recipient would open with
// the classic key alone, so mixing is refused when sealing and when opening.
import { bech32 } from "@scure/base"
import type { Bytes, Recipient } from "@safe-conduct/wire"
import { Decrypter, Encrypter } from "age-encryption"
import { ageShape } from "./age-shape.ts"
import { hybridOpener, hybridRecipient, hybridSealer } from "./hybrid.ts"

/** A secret identity as age writes it: AGE-SECRET-KEY-PQ-1… */
export type Identity = string & { readonly __identity: true }

const PREFIX = "AGE-SECRET-KEY-PQ-"

export const identityFromSeed = (seed: Uint8Array): Identity => {
  if (seed.length !== 32) throw new RangeError("an identity's seed has 32 bytes")
  return bech32.encodeFromBytes(PREFIX, seed).toUpperCase() as Identity
}

/** Throws on what is no hybrid identity. */
function seedOf(identity: Identity): Uint8Array {
  const { prefix, bytes } = bech32.decodeToBytes(identity)
  if (prefix.toUpperCase() !== PREFIX || bytes.length !== 32) throw new TypeError("not a hybrid identity")
  return bytes
}

export const recipientOf = async (identity: Identity): Promise<Recipient> => (await hybridRecipient(seedOf(identity))) as Recipient

const isHybrid = (recipient: string): boolean => /^age1pq1[02-9ac-hj-np-z]{1900,2000}$/.test(recipient)

/** Throws on a recipient that is not hybrid: that is a bug or an attack, never input to go on with. */
export async function ageSeal(recipients: readonly Recipient[], plain: Uint8Array): Promise<Bytes> {
  if (recipients.length === 0 || !recipients.every(isHybrid)) throw new TypeError("only hybrid recipients, at least one")
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(hybridSealer(recipient))
  return (await encrypter.encrypt(plain)) as Bytes
}

/** The whole plaintext once its last byte is verified, or null. */
export async function ageOpen(identity: Identity, sealed: Uint8Array): Promise<Bytes | null> {
  if (ageShape(sealed) !== "hybrid") return null
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(hybridOpener(seedOf(identity)))
    return (await decrypter.decrypt(sealed)) as Bytes
  } catch {
    return null
  }
}

/** One's own copy under a passphrase (scrypt); opens in any age, also old ones. */
export async function ageSealPassphrase(passphrase: string, plain: Uint8Array): Promise<Bytes> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(16)
  return (await encrypter.encrypt(plain)) as Bytes
}

/** What `ageSealPassphrase` made, or null: another passphrase, or not such a file. */
export async function ageOpenPassphrase(passphrase: string, sealed: Uint8Array): Promise<Bytes | null> {
  try {
    const decrypter = new Decrypter()
    decrypter.addPassphrase(passphrase)
    return (await decrypter.decrypt(sealed)) as Bytes
  } catch {
    return null
  }
}
