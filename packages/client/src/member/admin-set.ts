// Who the administrators are, as the desk's root names them: a ceremony at a machine that has the root file, never in a page. The root
// vouches in the same breath for the keys that stand, so that no portal is left without one until the new set has changed them.
import {
  type Certified,
  type Directory,
  type Kinds,
  adminSetsOf,
  believed,
  currentAndPrevious,
  foldDirectory,
  hashOf,
} from "@safe-conduct/sealing/verify"
import { type Signing, directoryEntry } from "@safe-conduct/sealing/seal"
import { type Entry, type Id, type MemberCertificate, fromHex } from "@safe-conduct/wire"
import { type Result, no, ok } from "../result.ts"
import type { ClaimRead } from "./administration.ts"
import { type VaultEnv, openCore } from "./core.ts"
import { rotateAll } from "./rotation.ts"
import { refresh } from "./session.ts"
import { type Opened, unlockByPassphrase } from "./unlock.ts"

export interface AdminSetGiven {
  readonly signing: Signing
  /** The reserve root signs, for the day the root is lost; from then on no root but this one. */
  readonly reserve: boolean
  readonly add: readonly NewAdmin[]
  readonly drop: readonly string[]
  readonly threshold?: number | undefined
}
/** A claim as its maker sent it, or a member who is there already. */
export type NewAdmin = { readonly claim: ClaimRead; readonly name?: string | undefined } | { readonly member: string }

export interface AdminSetMade {
  readonly entry: Entry
  readonly admins: readonly Id[]
  readonly threshold: number
  /** Numbers of the certificates that hold on by the root's word alone, until the new set has given others. */
  readonly stands: { readonly intake: readonly number[]; readonly reply: readonly number[]; readonly paper: readonly number[] }
}

export async function adminSetEntry(directory: Directory, given: AdminSetGiven): Promise<Result<AdminSetMade>> {
  const { key } = given.signing
  if (given.reserve ? hashOf(fromHex(key)) !== directory.reserve : key !== directory.root)
    return no("other-root", "This key is not the one that this desk was made with.")
  if (!given.reserve && directory.ruler !== directory.root)
    return no("root-ended", "The reserve root has spoken: the root names nobody at this desk any more.")
  const before = await lastSet(directory)
  if (!before.ok) return before

  const dropped = new Set(given.drop)
  if (given.drop.some((id) => !directory.admins.includes(id as Id))) return no("unknown-member", "No administrator has this id.")
  const admins = directory.admins.filter((id) => !dropped.has(id)).flatMap((id) => directory.members[id]?.certificate ?? [])
  for (const one of given.add) {
    const member = "member" in one ? directory.members[one.member as Id] : undefined
    if ("member" in one && (member === undefined || member.until !== null))
      return no("unknown-member", "There is no such active member.", { params: { member: one.member } })
    admins.push("member" in one ? (member?.certificate as MemberCertificate) : one.claim.certificate)
  }
  if (admins.length === 0) return no("last-admin", "A desk has one administrator at least.")
  const threshold = given.threshold ?? Math.min(directory.threshold, admins.length)
  if (threshold > admins.length) return no("bad-threshold", "More signatures are asked for than there are administrators.")

  const next = { admins, threshold, stands: { intake: [], reply: [], paper: [] } }
  /** What portals, printed forms among them, believe now and would not believe under the new set. */
  const held = async <C extends "intake" | "reply" | "paper">(what: C) => {
    const list = currentAndPrevious(directory[what] as readonly Certified<Kinds[C]>[])
    const after = new Set((await believed(directory.desk, next, what, list)).map(({ number }) => number))
    return (await believed(directory.desk, before.value, what, list)).filter(({ number }) => !after.has(number))
  }
  const stands = { intake: [...(await held("intake"))], reply: [...(await held("reply"))], paper: [...(await held("paper"))] }
  const entry = await directoryEntry({ desk: directory.desk, stream: directory.stream, head: directory.head }, given.signing, {
    does: "admin.set",
    admins,
    threshold,
    ...(given.reserve ? { reserve: key } : {}),
    stands,
  })
  const folded = await foldDirectory(directory, entry)
  if (!folded.ok) return folded
  const numbers = (list: readonly { readonly number: number }[]) => list.map(({ number }) => number)
  return ok({
    entry,
    admins: folded.value.admins,
    threshold,
    stands: { intake: numbers(stands.intake), reply: numbers(stands.reply), paper: numbers(stands.paper) },
  })
}

async function lastSet(directory: Directory) {
  const genesis = await foldDirectory(null, directory.genesis)
  if (!genesis.ok) return genesis
  const sets = await adminSetsOf(genesis.value, directory.adminSets)
  return sets.ok ? ok(sets.value.at(-1) ?? sets.value[0]) : sets
}

/** At a desk that is served, with the words of an administrator who is left: she also gives the new ones their keys and names. */
export async function setAdminsByWords(env: VaultEnv, words: string, given: AdminSetGiven): Promise<Result<AdminSetMade>> {
  return setAdmins(env, await unlockByPassphrase(env, words), given)
}

export async function setAdmins(env: VaultEnv, opened: Result<Opened>, given: AdminSetGiven): Promise<Result<AdminSetMade>> {
  if (!opened.ok) return opened
  const core = openCore(env, opened.value, () => undefined)
  const { inside } = core
  try {
    const fresh = await refresh(core)
    if (!fresh.ok) return fresh
    if (!inside.directory.now().admins.includes(inside.member)) return no("not-admin", "Only an administrator may do this.")
    const made = await adminSetEntry(inside.directory.now(), given)
    if (!made.ok) return made
    const sent = await inside.api.append(made.value.entry.stream, { entries: [made.value.entry] })
    if (!sent.ok) return sent
    const pulled = await inside.directory.pull()
    if (!pulled.ok) return pulled
    const named: { does: string; input: unknown }[] = []
    for (const one of given.add) {
      if ("member" in one) continue
      const { certificate, wrap } = one.claim
      const kept = await inside.api.putWrap(wrap.locator, { blob: wrap.blob, member: certificate.member })
      if (!kept.ok) return kept
      if (one.name !== undefined)
        named.push({ does: "name-member", input: { member: certificate.member, name: one.name, roles: ["administrator"] } })
    }
    if (named.length > 0) {
      const said = await core.members.act(named)
      if (!said.ok) return said
    }
    const welcomed = await rotateAll(core)
    return welcomed.ok ? made : welcomed
  } finally {
    await inside.api.signOut()
  }
}
