// What the portal may know of a desk, checked: certificates under the admins, the admins under the root's own signature. A certificate
// that is not theirs is as good as absent.
import {
  type DeskInfo,
  type Head,
  type Id,
  type IntakeCertificate,
  type PaperCertificate,
  type PublicKey,
  type ReplyCertificate,
  refuse,
} from "@safe-conduct/wire"
import { rootPrintOf } from "../ids.ts"
import { adminSetsOf, believed } from "./admin-sets.ts"
import { type Folded, foldDirectory } from "./directory.ts"

export interface Desk {
  readonly id: Id
  readonly trial: boolean
  readonly root: PublicKey
  readonly rootPrint: string
  readonly intake: readonly IntakeCertificate[]
  readonly reply: readonly ReplyCertificate[]
  readonly paper: readonly PaperCertificate[]
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
  const set = sets.value.at(-1) ?? sets.value[0]
  const intake = await believed(d.desk, set, "intake", info.intake)
  if (intake.length === 0 && info.intake.length > 0)
    return { ok: false, refusal: refuse("too-few-approvals", "No intake certificate has its approvals.", "/intake") }
  const reply = await believed(d.desk, set, "reply", info.reply)
  if (reply.length === 0 && info.reply.length > 0)
    return { ok: false, refusal: refuse("too-few-approvals", "No reply certificate has its approvals.", "/reply") }
  const paper = await believed(d.desk, set, "paper", info.paper ?? [])
  if (paper.length === 0 && (info.paper ?? []).length > 0)
    return { ok: false, refusal: refuse("too-few-approvals", "No paper certificate has its approvals.", "/paper") }
  return {
    ok: true,
    value: {
      id: d.desk,
      trial: d.trial,
      root: d.root,
      rootPrint: rootPrintOf(d.root),
      intake,
      reply,
      paper,
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
