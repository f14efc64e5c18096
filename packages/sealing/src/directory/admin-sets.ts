// Who the root named as administrators, set after set, as whoever has no directory can prove it: a portal, a letter, a list of letters.
import { type Entry, type MemberCertificate, fromBase64, readDirectoryBody, refuse } from "@safe-conduct/wire"
import { verifyEntry } from "../entry/check-entry.ts"
import { kidOf } from "../ids.ts"
import { type Directory, type Folded, approvedBy } from "./directory.ts"

export interface AdminSet {
  readonly admins: readonly MemberCertificate[]
  readonly threshold: number
}

/** `genesis`: the directory right after its first entry. `entries`: each later set, signed by the root, in order. The last one stands. */
export async function adminSetsOf(genesis: Directory, entries: readonly Entry[]): Promise<Folded<readonly [AdminSet, ...AdminSet[]]>> {
  const first = genesis.admins.flatMap((id) => genesis.members[id]?.certificate ?? [])
  const sets: [AdminSet, ...AdminSet[]] = [{ admins: first, threshold: genesis.threshold }]
  let last = 0
  for (const entry of entries) {
    const change = entry.body === null ? null : readDirectoryBody(fromBase64(entry.body))
    const bad =
      change?.does !== "admin.set" ||
      entry.desk !== genesis.desk ||
      entry.stream !== genesis.stream ||
      entry.author !== kidOf(genesis.root) ||
      entry.seq <= last
    if (bad || (await verifyEntry(entry, genesis.root)))
      return { ok: false, refusal: refuse("not-root", "A change of admins is not the root's.", "/adminSets") }
    sets.push({ admins: change.admins, threshold: change.threshold })
    last = entry.seq
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
