// Recovery on the wire: the certificate that makes one recipient a reader of every new epoch, and the file that a trustee keeps.
// The secret behind the recipient is split; the ceremony's key signs each share and is then forgotten, and administrators certify both.
import * as v from "valibot"
import { type Bytes, fromHex, pae, u32be, utf8 } from "./bytes.ts"
import { Base64, Signature, u32 } from "./entry.ts"
import { type Hash, Id, PublicKey, Recipient, hashBytes, idBytes } from "./id.ts"
import { labels } from "./labels.ts"

const few = v.pipe(u32, v.minValue(2), v.maxValue(20))

/** `number` goes up by one: a new ceremony replaces the one before for every epoch that is opened after it. */
export const RecoveryCertificate = v.strictObject({
  number: v.pipe(u32, v.minValue(1)),
  recipient: Recipient,
  /** The key that signed the shares. */
  ceremony: PublicKey,
  /** So many of `shares` join. */
  threshold: few,
  shares: few,
})
export type RecoveryCertificate = v.InferOutput<typeof RecoveryCertificate>

/** A fingerprint of a recipient, as people compare it: four groups of four hex letters. */
export const RecipientPrint = v.pipe(v.string(), v.regex(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/, "not a recipient's fingerprint"))

/** One trustee's share, sealed to her recipient. `set` is the recovery reader's id, made of its recipient. */
export const RecoveryShare = v.strictObject({
  v: v.literal(1),
  kind: v.literal("recovery-share"),
  desk: Id,
  set: Id,
  index: v.pipe(u32, v.minValue(1), v.maxValue(20)),
  threshold: few,
  shares: few,
  trustee: RecipientPrint,
  ceremony: PublicKey,
  sealed: v.pipe(Base64, v.maxLength(12_000)),
  signature: Signature,
})
export type RecoveryShare = v.InferOutput<typeof RecoveryShare>

/** What administrators sign to approve. */
export const recoveryCertificateBytes = (desk: Id, c: RecoveryCertificate): Bytes =>
  pae(
    labels.recoveryCertificate,
    idBytes(desk),
    u32be(c.number),
    utf8(c.recipient),
    fromHex(c.ceremony),
    u32be(c.threshold),
    u32be(c.shares),
  )

/** The bytes behind the reader's id: it stands in envelopes where a member's id stands, and never on a roster. */
export const recoveryIdBytes = (desk: Id, recipient: Recipient): Bytes => pae(labels.recoveryId, idBytes(desk), utf8(recipient))

/** What the ceremony's key signs of a share. */
export const recoveryShareBytes = (share: Omit<RecoveryShare, "sealed" | "signature">, sealed: Hash): Bytes =>
  pae(
    labels.recoveryShare,
    idBytes(share.desk),
    idBytes(share.set),
    u32be(share.index),
    u32be(share.threshold),
    u32be(share.shares),
    utf8(share.trustee),
    hashBytes(sealed),
  )

export const recipientPrintBytes = (recipient: string): Bytes => pae(labels.recipientPrint, utf8(recipient))
