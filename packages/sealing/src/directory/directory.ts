// The directory, folded: who is who under the desk's root. Server and clients fold the same entries by the same rules.
import {
  type Approval,
  type DirectoryChange,
  type Entry,
  type Hash,
  type Head,
  type Id,
  type IntakeCertificate,
  type KeyId,
  type MemberCertificate,
  type PaperCertificate,
  type PublicKey,
  type RecoveryCertificate,
  type Refusal,
  type ReplyCertificate,
  ZERO_HASH,
  ZERO_ID,
  fromBase64,
  fromHex,
  intakeCertificateBytes,
  memberCertificateBytes,
  paperCertificateBytes,
  readDirectoryBody,
  recoveryCertificateBytes,
  refuse,
  replyCertificateBytes,
} from "@safe-conduct/wire"
import { follows, verifyEntry } from "../entry/check-entry.ts"
import { deskIdOf, directoryIdOf, entryHash, kidOf, recoveryIdOf } from "../ids.ts"
import { hashOf } from "../primitives/hash.ts"
import { verifySignature } from "../primitives/sign.ts"

/** `since` and `until` are directory seqs: active from the one, no longer from the other. */
export interface DirectoryMember {
  readonly id: Id
  readonly kid: KeyId
  readonly certificate: MemberCertificate
  readonly since: number
  readonly until: number | null
}

export interface Certified<T> {
  readonly certificate: T
  readonly approvals: readonly Approval[]
  readonly since: number
}

/** `reader` is the id under which its envelopes are kept. */
export interface CertifiedRecovery extends Certified<RecoveryCertificate> {
  readonly reader: Id
}

export interface Directory {
  readonly desk: Id
  readonly stream: Id
  readonly trial: boolean
  readonly root: PublicKey
  /** Hash of the reserve root, from the genesis. */
  readonly reserve: Hash
  /** Who names administrators now: the root, until the reserve root has spoken. */
  readonly ruler: PublicKey
  readonly head: Head
  /** Hash of every entry, by seq: an entry elsewhere names (dirSeq, dirHash), and both must agree. */
  readonly hashes: readonly Hash[]
  readonly admins: readonly Id[]
  readonly threshold: number
  readonly members: Readonly<Record<Id, DirectoryMember>>
  readonly intake: readonly Certified<IntakeCertificate>[]
  readonly reply: readonly Certified<ReplyCertificate>[]
  readonly paper: readonly Certified<PaperCertificate>[]
  readonly recovery: readonly CertifiedRecovery[]
  readonly genesis: Entry
  readonly adminSets: readonly Entry[]
}

export type Folded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }
const no = (error: string, message: string, at?: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: refuse(error, message, at),
})

/** How many admins must approve: two, where there are two; more where genesis asked for more. */
export const approvalsNeeded = (admins: number, threshold: number): number => Math.min(Math.max(2, threshold), admins)

/** Folds one entry. `null` takes only a genesis. `root` pins the key that must have signed it. */
export async function foldDirectory(before: Directory | null, entry: Entry, root?: PublicKey): Promise<Folded<Directory>> {
  const change = entry.body === null ? null : readDirectoryBody(fromBase64(entry.body))
  if (!change) return no("malformed-directory", "This is not a directory entry that we know.", "/body")
  if (entry.epoch !== 0 || entry.objects.length > 0 || entry.guards.length > 0)
    return no("malformed-directory", "A directory entry carries no epoch, objects or guards.")
  return before === null ? foldGenesis(entry, change, root) : foldChange(before, entry, change)
}

async function foldGenesis(entry: Entry, change: DirectoryChange, root?: PublicKey): Promise<Folded<Directory>> {
  if (change.does !== "genesis") return no("not-genesis", "A directory begins with its genesis.")
  if (
    entry.seq !== 0 ||
    entry.prev !== ZERO_HASH ||
    entry.desk !== ZERO_ID ||
    entry.stream !== ZERO_ID ||
    entry.dirSeq !== 0 ||
    entry.dirHash !== ZERO_HASH
  )
    return no("malformed-directory", "The genesis does not stand where a genesis stands.")
  if (root !== undefined && change.root !== root) return no("other-root", "This desk has another root than the one we trust.", "/root")
  if (entry.author !== kidOf(change.root)) return no("not-root", "The genesis is not the root's.", "/author")
  const bad = await verifyEntry(entry, change.root)
  if (bad) return { ok: false, refusal: bad }
  const members = adminMembers({}, change.admins, 0)
  if (!members) return no("repeated-member", "A member or a key stands twice.", "/admins")
  const hash = entryHash(entry)
  const desk = deskIdOf(hash)
  return {
    ok: true,
    value: {
      desk,
      stream: directoryIdOf(desk),
      trial: change.trial,
      root: change.root,
      reserve: change.reserve,
      ruler: change.root,
      head: { seq: 0, hash },
      hashes: [hash],
      admins: change.admins.map((a) => a.member),
      threshold: change.threshold,
      members,
      intake: [],
      reply: [],
      paper: [],
      recovery: [],
      genesis: entry,
      adminSets: [],
    },
  }
}

/** Members with these admins among them; null when an id or a key would come twice. A known admin keeps her place. */
function adminMembers(
  known: Readonly<Record<Id, DirectoryMember>>,
  admins: readonly MemberCertificate[],
  seq: number,
): Record<Id, DirectoryMember> | null {
  const members: Record<Id, DirectoryMember> = { ...known }
  if (new Set(admins.map((a) => a.member)).size !== admins.length) return null
  for (const certificate of admins) {
    const same = members[certificate.member]
    if (same) {
      if (same.until !== null || same.certificate.sign !== certificate.sign || same.certificate.seal !== certificate.seal) return null
      continue
    }
    const added = newMember(members, certificate, seq)
    if (!added) return null
    members[certificate.member] = added
  }
  return members
}

function newMember(members: Readonly<Record<Id, DirectoryMember>>, certificate: MemberCertificate, seq: number): DirectoryMember | null {
  const kid = kidOf(certificate.sign)
  const taken = Object.values(members).some((m) => m.id === certificate.member || m.kid === kid || m.certificate.seal === certificate.seal)
  return taken ? null : { id: certificate.member, kid, certificate, since: seq, until: null }
}

async function foldChange(d: Directory, entry: Entry, change: DirectoryChange): Promise<Folded<Directory>> {
  if (entry.desk !== d.desk || entry.stream !== d.stream) return no("other-desk", "The entry belongs to another desk or stream.")
  const order = follows(entry, d.head)
  if (order) return { ok: false, refusal: order }
  if (entry.dirSeq !== d.head.seq || entry.dirHash !== d.head.hash)
    return no("old-directory-head", "The entry was written under another directory head.", "/dirSeq")
  const admin = d.admins.map((id) => d.members[id]).find((m) => m !== undefined && m.kid === entry.author && m.until === null)
  const ruler = change.does === "admin.set" ? rulerBehind(d, change) : null
  const key = change.does === "admin.set" ? ruler : (admin?.certificate.sign ?? null)
  if (key === null || entry.author !== kidOf(key))
    return no(
      "not-admin",
      change.does === "admin.set" ? "Only the root sets admins." : "Only an active admin changes the directory.",
      "/author",
    )
  const bad = await verifyEntry(entry, key)
  if (bad) return { ok: false, refusal: bad }
  const changed = await apply(d, change, entry)
  if (!changed.ok) return changed
  const hash = entryHash(entry)
  return { ok: true, value: { ...d, ...changed.value, head: { seq: entry.seq, hash }, hashes: [...d.hashes, hash] } }
}

async function apply(d: Directory, change: DirectoryChange, entry: Entry): Promise<Folded<Partial<Directory>>> {
  switch (change.does) {
    case "genesis":
      return no("second-genesis", "A directory has one genesis.")
    case "admin.set": {
      const members = adminMembers(d.members, change.admins, entry.seq)
      if (!members) return no("repeated-member", "A member or a key stands twice.", "/admins")
      return {
        ok: true,
        value: {
          members,
          admins: change.admins.map((a) => a.member),
          threshold: change.threshold,
          adminSets: [...d.adminSets, entry],
          ruler: rulerBehind(d, change) as PublicKey,
        },
      }
    }
    case "member.add": {
      const { certificate, approvals } = change
      if (!(await approved(d, memberCertificateBytes(d.desk, certificate), approvals))) return tooFew(d)
      const member = newMember(d.members, certificate, entry.seq)
      if (!member) return no("repeated-member", "A member id or a key is used once.", "/certificate")
      return { ok: true, value: { members: { ...d.members, [member.id]: member } } }
    }
    case "member.remove": {
      const member = d.members[change.member]
      if (!member || member.until !== null) return no("unknown-member", "There is no such active member.", "/member")
      const admins = d.admins.filter((id) => id !== change.member)
      if (admins.length === 0) return no("last-admin", "The last admin cannot be removed; the root sets another first.", "/member")
      return { ok: true, value: { admins, members: { ...d.members, [member.id]: { ...member, until: entry.seq } } } }
    }
    case "intake.rotate": {
      const { certificate, approvals } = change
      const bad = orderly(certificate, d.intake)
      if (bad) return { ok: false, refusal: bad }
      if (!(await approved(d, intakeCertificateBytes(d.desk, certificate), approvals))) return tooFew(d)
      return { ok: true, value: { intake: [...d.intake, { certificate, approvals, since: entry.seq }] } }
    }
    case "reply.rotate": {
      const { certificate, approvals } = change
      const bad = orderly(certificate, d.reply)
      if (bad) return { ok: false, refusal: bad }
      if (!(await approved(d, replyCertificateBytes(d.desk, certificate), approvals))) return tooFew(d)
      return { ok: true, value: { reply: [...d.reply, { certificate, approvals, since: entry.seq }] } }
    }
    case "paper.rotate": {
      const { certificate, approvals } = change
      const bad = orderly(certificate, d.paper) ?? orderlyPaper(d, certificate)
      if (bad) return { ok: false, refusal: bad }
      if (!(await approved(d, paperCertificateBytes(d.desk, certificate), approvals))) return tooFew(d)
      return { ok: true, value: { paper: [...d.paper, { certificate, approvals, since: entry.seq }] } }
    }
    case "recovery.set": {
      const { certificate, approvals } = change
      const bad = orderlyRecovery(d, certificate)
      if (bad) return { ok: false, refusal: bad }
      if (!(await approved(d, recoveryCertificateBytes(d.desk, certificate), approvals))) return tooFew(d)
      const reader = recoveryIdOf(d.desk, certificate.recipient)
      return { ok: true, value: { recovery: [...d.recovery, { certificate, approvals, since: entry.seq, reader }] } }
    }
  }
}

/** Whose key must have signed a change of admins: the reserve root's where it is shown, and from then on no other. */
export const rulerBehind = (
  d: Pick<Directory, "reserve" | "ruler">,
  change: { readonly reserve?: PublicKey | undefined },
): PublicKey | null => (change.reserve === undefined ? d.ruler : hashOf(fromHex(change.reserve)) === d.reserve ? change.reserve : null)

const tooFew = (d: Directory) =>
  no("too-few-approvals", `This needs ${approvalsNeeded(d.admins.length, d.threshold)} admins' approvals.`, "/approvals")

function orderly(
  c: { number: number; notBefore: string; notAfter: string },
  known: readonly Certified<{ number: number }>[],
): Refusal | null {
  if (c.number !== (known.at(-1)?.certificate.number ?? 0) + 1)
    return refuse("out-of-order", "Certificates are numbered one after the other.", "/certificate/number")
  if (c.notAfter < c.notBefore) return refuse("bad-dates", "The certificate ends before it begins.", "/certificate/notAfter")
  return null
}

/** Days of two years, a leap day among them; from the day that the certificate begins. */
const PAPER_DAYS = 731

/** Two years at most; and its secret opens paper alone, never what a page sealed. */
function orderlyPaper(d: Directory, c: PaperCertificate): Refusal | null {
  if ((Date.parse(c.notAfter) - Date.parse(c.notBefore)) / 86_400_000 >= PAPER_DAYS)
    return refuse("bad-dates", "A paper certificate lasts two years at most.", "/certificate/notAfter")
  const known =
    [...d.intake, ...d.paper].some(({ certificate }) => certificate.recipient === c.recipient) ||
    Object.values(d.members).some(({ certificate }) => certificate.seal === c.recipient)
  return known ? refuse("repeated-recipient", "This recipient stands in the directory already.", "/certificate/recipient") : null
}

/** A recipient is used once: not twice for recovery, and never a member's own, who would then read every restricted stream. */
function orderlyRecovery(d: Directory, c: RecoveryCertificate): Refusal | null {
  if (c.number !== d.recovery.length + 1)
    return refuse("out-of-order", "Certificates are numbered one after the other.", "/certificate/number")
  if (c.threshold > c.shares) return refuse("bad-threshold", "More shares are asked for than there are.", "/certificate/threshold")
  const known =
    d.recovery.some(({ certificate }) => certificate.recipient === c.recipient) ||
    Object.values(d.members).some(({ certificate }) => certificate.seal === c.recipient)
  return known ? refuse("repeated-recipient", "This recipient stands in the directory already.", "/certificate/recipient") : null
}

/** The recovery reader in force at a place of the directory (default: now), or null. */
export function recoveryAt(d: Directory, seq = d.head.seq): CertifiedRecovery | null {
  return d.recovery.findLast(({ since }) => since <= seq) ?? null
}

const approved = (d: Directory, bytes: Uint8Array, approvals: readonly Approval[]): Promise<boolean> =>
  approvedBy(
    d.admins.map((id) => (d.members[id] as DirectoryMember).certificate),
    d.threshold,
    bytes,
    approvals,
  )

/** Whether enough different admins signed these bytes. An approval that does not hold spoils the whole: nobody adds noise. */
export async function approvedBy(
  admins: readonly MemberCertificate[],
  threshold: number,
  bytes: Uint8Array,
  approvals: readonly Approval[],
): Promise<boolean> {
  const by = new Set<Id>()
  for (const approval of approvals) {
    const admin = admins.find((a) => a.member === approval.by)
    if (!admin || by.has(approval.by) || !(await verifySignature(admin.sign, bytes, approval.signature))) return false
    by.add(approval.by)
  }
  return by.size >= approvalsNeeded(admins.length, threshold)
}

/** The member behind a key id, if active under that directory seq (default: now). */
export function memberByKid(d: Directory, kid: KeyId, atSeq = d.head.seq): DirectoryMember | null {
  const member = Object.values(d.members).find((m) => m.kid === kid)
  return member && activeAt(member, atSeq) ? member : null
}

export const activeAt = (member: DirectoryMember, seq: number): boolean =>
  member.since <= seq && (member.until === null || seq < member.until)

/** Whether there is a member of this id, active under that directory seq (default: now). */
export function isActive(d: Directory, id: string, atSeq = d.head.seq): boolean {
  const member = d.members[id as Id]
  return member !== undefined && activeAt(member, atSeq)
}

export const activeMembers = (d: Directory, atSeq = d.head.seq): DirectoryMember[] =>
  Object.values(d.members).filter((m) => activeAt(m, atSeq))

/** Current (last) certificate and the one before it: what the server takes from askers. */
export const currentAndPrevious = <T>(list: readonly Certified<T>[]): Certified<T>[] => list.slice(-2)

/** An author's directory head must be an entry of this very directory. */
export const knowsHead = (d: Directory, dirSeq: number, dirHash: Hash): boolean => d.hashes[dirSeq] === dirHash
