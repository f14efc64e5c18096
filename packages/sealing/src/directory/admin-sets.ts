// Who the root named as administrators, set after set, as whoever has no directory can prove it: a portal, a letter, a list of letters.
import {
  type Approval,
  type Entry,
  type Id,
  type IntakeCertificate,
  type MemberCertificate,
  type PaperCertificate,
  type ReplyCertificate,
  fromBase64,
  intakeCertificateBytes,
  paperCertificateBytes,
  readDirectoryBody,
  refuse,
  replyCertificateBytes,
  toHex,
} from "@safe-conduct/wire"
import { verifyEntry } from "../entry/check-entry.ts"
import { kidOf } from "../ids.ts"
import { type Directory, type Folded, approvedBy, rulerBehind } from "./directory.ts"

export interface AdminSet {
  readonly admins: readonly MemberCertificate[]
  readonly threshold: number
  /** Certificates of the set before, for which the root itself vouches. */
  readonly stands: {
    readonly intake: readonly IntakeCertificate[]
    readonly reply: readonly ReplyCertificate[]
    readonly paper: readonly PaperCertificate[]
  }
}

const nothing = { intake: [], reply: [], paper: [] }

/** `genesis`: the directory right after its first entry. `entries`: each later set, signed by the root, in order. The last one stands. */
export async function adminSetsOf(genesis: Directory, entries: readonly Entry[]): Promise<Folded<readonly [AdminSet, ...AdminSet[]]>> {
  const first = genesis.admins.flatMap((id) => genesis.members[id]?.certificate ?? [])
  const sets: [AdminSet, ...AdminSet[]] = [{ admins: first, threshold: genesis.threshold, stands: nothing }]
  let last = 0
  let { ruler } = genesis
  for (const entry of entries) {
    const change = entry.body === null ? null : readDirectoryBody(fromBase64(entry.body))
    const key = change?.does === "admin.set" ? rulerBehind({ reserve: genesis.reserve, ruler }, change) : null
    const bad =
      change?.does !== "admin.set" ||
      key === null ||
      entry.desk !== genesis.desk ||
      entry.stream !== genesis.stream ||
      entry.author !== kidOf(key) ||
      entry.seq <= last
    if (bad || (await verifyEntry(entry, key)))
      return { ok: false, refusal: refuse("not-root", "A change of admins is not the root's.", "/adminSets") }
    sets.push({
      admins: change.admins,
      threshold: change.threshold,
      stands: { ...nothing, ...change.stands, paper: change.stands?.paper ?? [] },
    })
    last = entry.seq
    ruler = key
  }
  return { ok: true, value: sets }
}

/**
 * Whether one of these sets has this member in it or approved her certificate. A certificate outlives those who gave it, so an earlier
 * set counts as the last one does: what was certified under it was signed by people the root had named.
 */
export async function certifiedBySome(
  sets: readonly AdminSet[],
  member: MemberCertificate,
  bytes: Uint8Array,
  approvals: Parameters<typeof approvedBy>[3],
): Promise<boolean> {
  for (const { admins, threshold } of sets) {
    const named = admins.some((one) => one.member === member.member && one.sign === member.sign)
    if (named || (await approvedBy(admins, threshold, bytes, approvals))) return true
  }
  return false
}

/** What is certified for those without a directory. */
export interface Kinds {
  readonly intake: IntakeCertificate
  readonly reply: ReplyCertificate
  readonly paper: PaperCertificate
}
const bytes = { intake: intakeCertificateBytes, reply: replyCertificateBytes, paper: paperCertificateBytes } as const

/**
 * Those of these certificates that somebody without a directory believes: approved by enough of the last set, or vouched for by the root
 * when it named that set. Whatever else is shown beside them is left out; a certificate given by those who were dropped is no fault.
 */
export async function believed<What extends keyof Kinds>(
  desk: Id,
  { admins, threshold, stands }: AdminSet,
  what: What,
  list: readonly { readonly certificate: Kinds[What]; readonly approvals: readonly Approval[] }[],
): Promise<readonly Kinds[What][]> {
  const bytesOf = bytes[what] as (desk: Id, certificate: Kinds[What]) => Uint8Array
  const vouched = new Set((stands[what] as readonly Kinds[What][]).map((one) => toHex(bytesOf(desk, one))))
  const held: Kinds[What][] = []
  for (const { certificate, approvals } of list) {
    const signed = bytesOf(desk, certificate)
    if (vouched.has(toHex(signed)) || (await approvedBy(admins, threshold, signed, approvals))) held.push(certificate)
  }
  return held
}
