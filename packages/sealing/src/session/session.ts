// Signatures that are not entries: a session's challenge, a server's receipt, an admin's approval of a certificate.
import { type Approval, type Bytes, type Id, type PublicKey, type Receipt, receiptBytes, sessionBytes, toBase64 } from "@safe-conduct/wire"
import { randomBytes } from "../primitives/hash.ts"
import { type Signing, signingFromSeed, verifySignature } from "../primitives/sign.ts"

export const signSession = (signing: Signing, origin: string, desk: Id, subject: Id, challenge: string): Promise<string> =>
  signing.sign(sessionBytes(origin, desk, subject, challenge))

export const verifySession = (
  key: PublicKey,
  origin: string,
  desk: Id,
  subject: Id,
  challenge: string,
  signature: string,
): Promise<boolean> => verifySignature(key, sessionBytes(origin, desk, subject, challenge), signature)

/** The server's own signing key for receipts. */
export const receiptSigning = (seed: Uint8Array): Signing => signingFromSeed(seed)

export async function signReceipt(signing: Signing, receipt: Omit<Receipt, "signature">): Promise<Receipt> {
  return { ...receipt, signature: await signing.sign(receiptBytes(receipt)) }
}

export const verifyReceipt = (key: PublicKey, receipt: Receipt): Promise<boolean> =>
  verifySignature(key, receiptBytes(receipt), receipt.signature)

/** A bearer: 32 random bytes in base64. The server keeps its hash. */
export const randomToken = (): string => toBase64(randomBytes(32))

/** `bytes` are a certificate's (wire/directory-change.ts). */
export const approve = async (by: Id, signing: Signing, bytes: Bytes): Promise<Approval> => ({ by, signature: await signing.sign(bytes) })
