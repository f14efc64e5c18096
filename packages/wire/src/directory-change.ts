// The directory's entries: who is who, in the clear, ids and keys alone. Names and roles are sealed elsewhere.
// Stored body = PAE("safe-conduct/directory-body/1", UTF-8 JSON). Certificates carry the admins' detached approvals, so that
// the portal can check an intake certificate without reading the whole directory.
import * as v from "valibot"
import { type Bytes, concat, fromHex, pae, u32be, utf8 } from "./bytes.ts"
import { Signature, u32 } from "./entry.ts"
import { Day } from "./hour.ts"
import { Hash, Id, PublicKey, Recipient, idBytes } from "./id.ts"
import { labels } from "./labels.ts"
import { RecoveryCertificate } from "./recovery.ts"
import { readJsonBody } from "./roster-change.ts"

/** Signed by one admin over the certificate's bytes (below). */
export const Approval = v.strictObject({ by: Id, signature: Signature })
export type Approval = v.InferOutput<typeof Approval>
const approvals = v.pipe(v.array(Approval), v.maxLength(20))

/** A member's two public keys. `pq` is the slot for an ML-DSA key: empty until such signing comes. */
export const MemberCertificate = v.strictObject({ member: Id, sign: PublicKey, seal: Recipient, pq: v.literal("") })
export type MemberCertificate = v.InferOutput<typeof MemberCertificate>

/** `number` goes up by one; 45 days from `notBefore` to `notAfter` (UTC days, both included). */
export const IntakeCertificate = v.strictObject({ number: v.pipe(u32, v.minValue(1)), recipient: Recipient, notBefore: Day, notAfter: Day })
export type IntakeCertificate = v.InferOutput<typeof IntakeCertificate>

export const ReplyCertificate = v.strictObject({ number: v.pipe(u32, v.minValue(1)), key: PublicKey, notBefore: Day, notAfter: Day })
export type ReplyCertificate = v.InferOutput<typeof ReplyCertificate>

/**
 * For what is locked away from the pages: on paper forms, and where a browser runs no script. Up to two years, because what is printed
 * stays where it was put.
 */
export const PaperCertificate = v.strictObject({ number: v.pipe(u32, v.minValue(1)), recipient: Recipient, notBefore: Day, notAfter: Day })
export type PaperCertificate = v.InferOutput<typeof PaperCertificate>

/** Entry 0, signed by the desk root. The desk's id is the first 16 bytes of its hash; `trial` can never be cleared. */
export const Genesis = v.strictObject({
  does: v.literal("genesis"),
  nonce: Hash,
  trial: v.boolean(),
  root: PublicKey,
  reserve: Hash,
  admins: v.pipe(v.array(MemberCertificate), v.minLength(1), v.maxLength(20)),
  threshold: v.pipe(u32, v.minValue(1), v.maxValue(20)),
})
export type Genesis = v.InferOutput<typeof Genesis>

export const DirectoryChange = v.variant("does", [
  Genesis,
  /**
   * By the root alone; or by the reserve root, which shows its key here and whose word ends the root's for ever. `stands`: certificates
   * that were given under the set before and hold on until they end, so that no portal is without one in between.
   */
  v.strictObject({
    does: v.literal("admin.set"),
    admins: v.pipe(v.array(MemberCertificate), v.minLength(1), v.maxLength(20)),
    threshold: v.pipe(u32, v.minValue(1)),
    reserve: v.optional(PublicKey),
    stands: v.optional(
      v.strictObject({
        intake: v.pipe(v.array(IntakeCertificate), v.maxLength(4)),
        reply: v.pipe(v.array(ReplyCertificate), v.maxLength(4)),
        paper: v.optional(v.pipe(v.array(PaperCertificate), v.maxLength(4))),
      }),
    ),
  }),
  /** By min(2, admins) admins. A member id is used once: who lost everything is added anew under another id. */
  v.strictObject({ does: v.literal("member.add"), certificate: MemberCertificate, approvals }),
  /** By one admin, at once. */
  v.strictObject({ does: v.literal("member.remove"), member: Id }),
  v.strictObject({ does: v.literal("intake.rotate"), certificate: IntakeCertificate, approvals }),
  v.strictObject({ does: v.literal("reply.rotate"), certificate: ReplyCertificate, approvals }),
  v.strictObject({ does: v.literal("paper.rotate"), certificate: PaperCertificate, approvals }),
  /** From here on the recovery reader stands in the envelopes of every epoch that is opened. */
  v.strictObject({ does: v.literal("recovery.set"), certificate: RecoveryCertificate, approvals }),
])
export type DirectoryChange = v.InferOutput<typeof DirectoryChange>

const prefix = concat(utf8(labels.directoryBody), new Uint8Array(1))
export const directoryBody = (change: DirectoryChange): Bytes => pae(labels.directoryBody, utf8(JSON.stringify(change)))
export const readDirectoryBody = (body: Uint8Array): DirectoryChange | null => readJsonBody(prefix, DirectoryChange, body)

/** What an admin signs to approve. `desk` binds it to one directory; numbers and single-use ids stop a replay. */
export const memberCertificateBytes = (desk: Id, c: MemberCertificate): Bytes =>
  pae(labels.memberCertificate, idBytes(desk), idBytes(c.member), fromHex(c.sign), utf8(c.seal), utf8(c.pq))
export const intakeCertificateBytes = (desk: Id, c: IntakeCertificate): Bytes =>
  pae(labels.intakeCertificate, idBytes(desk), u32be(c.number), utf8(c.recipient), utf8(c.notBefore), utf8(c.notAfter))
export const replyCertificateBytes = (desk: Id, c: ReplyCertificate): Bytes =>
  pae(labels.replyCertificate, idBytes(desk), u32be(c.number), fromHex(c.key), utf8(c.notBefore), utf8(c.notAfter))
export const paperCertificateBytes = (desk: Id, c: PaperCertificate): Bytes =>
  pae(labels.paperCertificate, idBytes(desk), u32be(c.number), utf8(c.recipient), utf8(c.notBefore), utf8(c.notAfter))

/** The bytes behind ids that are hashes of keys or of the desk: see labels. */
export const kidBytes = (key: PublicKey): Bytes => pae(labels.kid, fromHex(key))
export const askIdBytes = (desk: Id, key: PublicKey): Bytes => pae(labels.askId, idBytes(desk), fromHex(key))
export const answerIdBytes = (desk: Id, key: PublicKey): Bytes => pae(labels.answerId, idBytes(desk), fromHex(key))
export const deskStreamIdBytes = (label: "directoryId" | "membersId" | "registerId", desk: Id): Bytes => pae(labels[label], idBytes(desk))
export const drawerIdBytes = (desk: Id, member: Id): Bytes => pae(labels.drawerId, idBytes(desk), idBytes(member))
/** The root's fingerprint, as people compare it and as clients pin it. */
export const rootPrintBytes = (root: PublicKey): Bytes => pae(labels.rootPrint, fromHex(root))
