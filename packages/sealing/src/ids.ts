// Ids that are hashes: of keys, of the desk, of the root.
import {
  type Hash,
  type Header,
  type Id,
  type KeyId,
  type PublicKey,
  type Recipient,
  answerIdBytes,
  askIdBytes,
  deskStreamIdBytes,
  drawerIdBytes,
  hashBytes,
  headerBytes,
  idFromBytes,
  kidBytes,
  recipientPrintBytes,
  recoveryIdBytes,
  rootPrintBytes,
  toHex,
} from "@safe-conduct/wire"
import { hashOf, sha256 } from "./primitives/hash.ts"

/** SHA-256 of the header: the entry's name, and its idempotency key. The signature is not part of it. */
export const entryHash = (header: Header): Hash => hashOf(headerBytes(header))

export const kidOf = (key: PublicKey): KeyId => idFromBytes(sha256(kidBytes(key)))
export const askIdOf = (desk: Id, key: PublicKey): Id => idFromBytes(sha256(askIdBytes(desk, key)))
export const answerIdOf = (desk: Id, key: PublicKey): Id => idFromBytes(sha256(answerIdBytes(desk, key)))
export const deskIdOf = (genesisHash: Hash): Id => idFromBytes(hashBytes(genesisHash))
export const directoryIdOf = (desk: Id): Id => idFromBytes(sha256(deskStreamIdBytes("directoryId", desk)))
export const membersIdOf = (desk: Id): Id => idFromBytes(sha256(deskStreamIdBytes("membersId", desk)))
export const registerIdOf = (desk: Id): Id => idFromBytes(sha256(deskStreamIdBytes("registerId", desk)))
export const drawerIdOf = (desk: Id, member: Id): Id => idFromBytes(sha256(drawerIdBytes(desk, member)))

/** The root's fingerprint in 8 groups of 4 hex letters, as people compare it by voice. */
export const rootPrintOf = (root: PublicKey): string =>
  (
    toHex(sha256(rootPrintBytes(root)))
      .slice(0, 32)
      .match(/.{4}/g) as string[]
  ).join("-")

/** Under this id the recovery reader's envelopes are kept. */
export const recoveryIdOf = (desk: Id, recipient: Recipient): Id => idFromBytes(sha256(recoveryIdBytes(desk, recipient)))

/** A recipient's fingerprint in 4 groups of 4 hex letters, as people compare it. */
export const recipientPrintOf = (recipient: string): string =>
  (
    toHex(sha256(recipientPrintBytes(recipient)))
      .slice(0, 16)
      .match(/.{4}/g) as string[]
  ).join("-")
