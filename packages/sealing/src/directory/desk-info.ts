// What the portal may know of a desk, checked: every certificate under the admins, the admins under the root's own signature.
import {
  type DeskInfo,
  type Head,
  type Id,
  type IntakeCertificate,
  type PublicKey,
  type ReplyCertificate,
  intakeCertificateBytes,
  refuse,
  replyCertificateBytes,
} from "@safe-conduct/wire"
import { rootPrintOf } from "../ids.ts"
import { adminSetsOf } from "./admin-sets.ts"
import { type Folded, approvedBy, foldDirectory } from "./directory.ts"

export interface Desk {
  readonly id: Id
  readonly trial: boolean
  readonly root: PublicKey
  readonly rootPrint: string
  readonly intake: readonly IntakeCertificate[]
  readonly reply: readonly ReplyCertificate[]
  readonly directory: Head
  /** The server's key for receipts. */
  readonly received: PublicKey
}

/** `root` pins the desk's root fingerprint (as printed by `init`) where the caller knows it. */
export async function verifyDeskInfo(info: DeskInfo, pinned: { rootPrint?: string } = {}): Promise<Folded<Desk>> {
  const genesis = await foldDirectory(null, info.genesis)
  if (!genesis.ok) return genesis
  const d = genesis.value
  if (pinned.rootPrint !== undefined && pinned.rootPrint !== rootPrintOf(d.root))
    return { ok: false, refusal: refuse("other-root", "This desk has another root than the one we trust.") }
  const sets = await adminSetsOf(d, info.adminSets)
  if (!sets.ok) return sets
  const { admins, threshold } = sets.value.at(-1) ?? sets.value[0]
  for (const { certificate, approvals } of info.intake)
    if (!(await approvedBy(admins, threshold, intakeCertificateBytes(d.desk, certificate), approvals)))
      return { ok: false, refusal: refuse("too-few-approvals", "The intake certificate lacks its approvals.", "/intake") }
  for (const { certificate, approvals } of info.reply)
    if (!(await approvedBy(admins, threshold, replyCertificateBytes(d.desk, certificate), approvals)))
      return { ok: false, refusal: refuse("too-few-approvals", "The reply certificate lacks its approvals.", "/reply") }
  return {
    ok: true,
    value: {
      id: d.desk,
      trial: d.trial,
      root: d.root,
      rootPrint: rootPrintOf(d.root),
      intake: info.intake.map((c) => c.certificate),
      reply: info.reply.map((c) => c.certificate),
      directory: info.directory,
      received: info.received,
    },
  }
}

/** The certificate to seal to on a day (UTC): the newest that has begun and not ended. */
export const currentOn = <C extends { notBefore: string; notAfter: string; number: number }>(list: readonly C[], day: string): C | null =>
  list
    .filter((c) => c.notBefore <= day && day <= c.notAfter)
    .reduce<C | null>((best, c) => (best && best.number > c.number ? best : c), null)
