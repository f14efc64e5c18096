// What administrators do: certificates with their approvals, people in and out, names and roles, the desk's own streams.
import { type AdminSet, approvalsNeeded, approvedBy, entryHash, hashOf, headerOf } from "@safe-conduct/sealing/verify"
import {
  approve,
  certificateOf,
  directoryEntry,
  memberKeys,
  newIntakeIdentity,
  newPassphrase,
  newSeeds,
  newSigningSeed,
  randomId,
  recipientOf,
  signingFromSeed,
  wrapSeeds,
} from "@safe-conduct/sealing/seal"
import type { Role } from "@safe-conduct/domain/evidence"
import { passkeysOf } from "@safe-conduct/domain/members"
import type { RegisterState } from "@safe-conduct/domain/register"
import {
  Approval,
  type Bytes,
  type DirectoryChange,
  Id,
  IntakeCertificate,
  MemberCertificate,
  PaperCertificate,
  ReplyCertificate,
  fromHex,
  intakeCertificateBytes,
  memberCertificateBytes,
  paperCertificateBytes,
  replyCertificateBytes,
  toHex,
} from "@safe-conduct/wire"
import * as v from "valibot"
import { CERTIFIED_DAYS, DAY, dayAt } from "../day.ts"
import { parsed } from "../parsed.ts"
import { type Result, no, ok } from "../result.ts"
import type { Core, VaultEnv } from "./core.ts"
import { leaverKnows, namedByRoot, rootNeeded } from "./desk-keys.ts"
import { renewDesk } from "./rotation.ts"
import type { Claim, Certified, MemberView, NewMember, Newcomer, Removed } from "./vault-port.ts"

export function membersOf(core: Core): readonly MemberView[] {
  const directory = core.inside.directory.now()
  const { state } = core.members.folded()
  return Object.values(directory.members).map((member) => {
    const row = state.named.findLast((one) => one.member === member.id)
    return {
      member: member.id,
      passkeys: passkeysOf(state, member.id).length,
      formerly: state.named.find((one) => one.member === member.id && one.formerly !== undefined)?.formerly ?? null,
      name: row?.name ?? "",
      roles: (row?.roles ?? []) as readonly Role[],
      admin: directory.admins.includes(member.id) && member.until === null,
      active: member.until === null,
    }
  })
}

/** Writes one change behind the directory's head; a lost race pulls and tries again while the change still makes sense. */
export async function changeDirectory(core: Core, change: () => Promise<Result<DirectoryChange>>): Promise<Result<null>> {
  const { inside } = core
  for (let round = 0; round < 5; round++) {
    const asked = await change()
    if (!asked.ok) return asked
    const directory = inside.directory.now()
    const entry = await directoryEntry(
      { desk: inside.desk, stream: directory.stream, head: directory.head },
      inside.keys.signing,
      asked.value,
    )
    const sent = await inside.api.append(directory.stream, { entries: [entry] })
    const pulled = await inside.directory.pull()
    if (sent.ok) return pulled.ok ? ok(null) : pulled
    // An answer may be lost after the entry was stored.
    if (pulled.ok && pulled.value.hashes.includes(entryHash(headerOf(entry)))) return ok(null)
    if (sent.status !== 409) return sent
  }
  return no("too-busy", "Others keep changing the directory. Try again in a moment.")
}

const Approvals = v.array(Approval)

/** What goes from one administrator to the next, as one line of text: the certificate and who approved it so far. */
const Pending = v.variant("what", [
  v.strictObject({
    what: v.literal("member"),
    certificate: MemberCertificate,
    approvals: Approvals,
    name: v.string(),
    roles: v.array(v.string()),
    formerly: v.optional(Id),
    wrap: v.strictObject({ locator: Id, blob: v.string() }),
  }),
  v.strictObject({ what: v.literal("intake"), certificate: IntakeCertificate, approvals: Approvals }),
  v.strictObject({ what: v.literal("paper"), certificate: PaperCertificate, approvals: Approvals }),
  v.strictObject({ what: v.literal("reply"), certificate: ReplyCertificate, approvals: Approvals }),
])
type Pending = v.InferOutput<typeof Pending>

function readPending<W extends Pending["what"]>(what: W, text: string): Result<Extract<Pending, { what: W }>> {
  const read = parsed(Pending, text)
  return read?.what === what
    ? ok(read as Extract<Pending, { what: W }>)
    : no("malformed", "This is not the text that another administrator was given.")
}

/** Adds my approval unless it is there; answers the whole list, and whether it is enough. `believed`: by whom, where not by the directory. */
export async function approveBy(
  core: Core,
  bytes: Bytes,
  before: readonly Approval[],
  believed?: AdminSet,
): Promise<Result<{ readonly approvals: Approval[]; readonly enough: boolean }>> {
  const { inside } = core
  const directory = inside.directory.now()
  if (!directory.admins.includes(inside.member)) return no("not-admin", "Only an administrator may do this.")
  if (before.some((one) => one.by === inside.member))
    return no("same-member", "You have approved this already. Another administrator must.")
  const approvals = [...before, await approve(inside.member, inside.keys.signing, bytes)]
  const admins = directory.admins.flatMap((id) => directory.members[id]?.certificate ?? [])
  const needed = Math.max(
    approvalsNeeded(directory.admins.length, directory.threshold),
    believed === undefined ? 0 : approvalsNeeded(believed.admins.length, believed.threshold),
  )
  if (admins.length < needed) return rootNeeded()
  const enough = approvals.length >= needed
  if (enough && !(await approvedBy(admins, directory.threshold, bytes, approvals)))
    return no("bad-approval", "An approval in this text does not hold.")
  return ok({ approvals, enough })
}

/** On the new member's own device. Six words of the claim's hash are compared by voice before anyone certifies it. */
export async function newClaim(
  env: VaultEnv,
  desk: Id,
  rootPrint: string,
  directory: { readonly seq: number; readonly hash: string },
): Promise<Claim> {
  const member = randomId()
  const seeds = newSeeds()
  const certificate = certificateOf(member, await memberKeys(member, seeds))
  const words = await env.words
  const passphrase = newPassphrase(words)
  const wrap = await wrapSeeds(passphrase, { seeds, desk, rootPrint, directory: directory as never, member, rpId: "" })
  return { passphrase, member, words: claimWords(certificate, words), claim: JSON.stringify({ v: 1, desk, certificate, wrap }) }
}

export function claimWords(certificate: MemberCertificate, words: readonly string[]): readonly string[] {
  const hash = fromHex(hashOf(memberCertificateBytes(certificate.member, certificate)))
  return Array.from(
    { length: 6 },
    (_, n) => words[((((hash[2 * n] as number) << 8) | (hash[2 * n + 1] as number)) & 2047) % words.length] as string,
  )
}

const ClaimText = v.strictObject({
  v: v.literal(1),
  desk: Id,
  certificate: MemberCertificate,
  wrap: v.strictObject({ locator: Id, blob: v.string() }),
})

export interface ClaimRead {
  readonly desk: Id
  readonly certificate: MemberCertificate
  readonly wrap: { readonly locator: Id; readonly blob: string }
}

export function readClaim(text: string): Result<ClaimRead> {
  const read = parsed(ClaimText, text)
  return read === null ? no("malformed", "This claim cannot be read.") : ok(read)
}

export async function addMember(core: Core, claim: string, as: NewMember, approvals?: string): Promise<Result<Certified>> {
  const { inside } = core
  let pending: Extract<Pending, { what: "member" }>
  if (approvals === undefined) {
    const read = readClaim(claim)
    if (!read.ok) return read
    if (read.value.desk !== inside.desk) return no("malformed", "This claim is not for this desk.")
    pending = {
      what: "member",
      certificate: read.value.certificate,
      approvals: [],
      name: as.name,
      roles: [...as.roles],
      ...(as.formerly === undefined ? {} : { formerly: as.formerly as Id }),
      wrap: read.value.wrap,
    }
  } else {
    const read = readPending("member", approvals)
    if (!read.ok) return read
    pending = read.value
    // Whose words were heard and whose keys are signed must be one: the first administrator could hand over another's.
    const heard = claim === "" ? null : readClaim(claim)
    if (heard?.ok === false) return heard
    if (heard !== null && !sameCertificate(heard.value.certificate, pending.certificate))
      return no("claim-differs", "The two texts are not about the same keys.")
  }
  const by = await approveBy(core, memberCertificateBytes(inside.desk, pending.certificate), pending.approvals)
  if (!by.ok) return by
  if (!by.value.enough) return ok({ done: false, approvals: JSON.stringify({ ...pending, approvals: by.value.approvals }) })
  const added = await changeDirectory(core, async () =>
    ok({ does: "member.add", certificate: pending.certificate, approvals: by.value.approvals }),
  )
  if (!added.ok) return added
  const wrapped = await inside.api.putWrap(pending.wrap.locator, { blob: pending.wrap.blob, member: pending.certificate.member })
  if (!wrapped.ok) return wrapped
  const named = await core.members.act([
    {
      does: "name-member",
      input: {
        member: pending.certificate.member,
        name: pending.name,
        roles: pending.roles,
        ...(pending.formerly === undefined ? {} : { formerly: pending.formerly }),
      },
    },
  ])
  if (!named.ok) return named
  const welcomed = await renewDesk(core)
  return welcomed.ok ? ok({ done: true, id: pending.certificate.member }) : welcomed
}

/** Ends her membership, then her knowledge of the desk's keys: at once where this administrator suffices, else with another's signature. */
export async function removeMember(core: Core, member: string): Promise<Result<Removed>> {
  const removed = await changeDirectory(core, async () => ok({ does: "member.remove", member: member as Id }))
  if (!removed.ok) return removed
  const rewrapped = await renewDesk(core)
  if (!rewrapped.ok) return rewrapped
  const intake = await rotateIntake(core)
  if (!intake.ok) return ok({ keys: "not-yet", refusal: intake.refusal })
  const reply = await rotateReply(core)
  if (!reply.ok) return ok({ keys: "not-yet", refusal: reply.refusal })
  if (intake.value.done || reply.value.done) return ok({ keys: "changed" })
  return ok({ keys: "second", intake: intake.value.approvals, reply: reply.value.approvals })
}

/** Each change has a secret of its own, under a number that no other has: one that was begun and left may be known to who left since. */
const freeNumber = (certificate: number, held: readonly { readonly number: number }[]): number =>
  Math.max(certificate, 1 + Math.max(0, ...held.map((row) => row.number)))

const notHeld = () => no("not-held", "The desk does not hold the secret of this certificate.")
const leftSince = () => no("left-since", "Somebody who left since knows this key. Begin the change again.")

async function finish(
  core: Core,
  pending: Extract<Pending, { what: "intake" | "reply" | "paper" }>,
  bytes: Bytes,
  change: (approvals: Approval[]) => DirectoryChange,
): Promise<Result<Certified>> {
  const believed = await namedByRoot(core)
  if (!believed.ok) return believed
  const by = await approveBy(core, bytes, pending.approvals, believed.value)
  if (!by.ok) return by
  if (!by.value.enough) return ok({ done: false, approvals: JSON.stringify({ ...pending, approvals: by.value.approvals }) })
  const done = await changeDirectory(core, async () => ok(change(by.value.approvals)))
  return done.ok ? ok({ done: true, id: String(pending.certificate.number) }) : done
}

const lasting = (now: number, days = CERTIFIED_DAYS) => ({ notBefore: dayAt(now), notAfter: dayAt(now + (days - 1) * DAY) })

/** The two recipients of the desk: of what pages seal, for a month and a half; of what is locked away from them, for two years. */
const recipients = {
  intake: {
    days: CERTIFIED_DAYS,
    held: (state: RegisterState) => state.intakeKeys,
    hold: "hold-intake-key",
    bytes: intakeCertificateBytes,
  },
  paper: { days: 730, held: (state: RegisterState) => state.paperKeys ?? [], hold: "hold-paper-key", bytes: paperCertificateBytes },
} as const

export const rotateIntake = (core: Core, approvals?: string): Promise<Result<Certified>> => rotateRecipient(core, "intake", approvals)
export const rotatePaper = (core: Core, approvals?: string): Promise<Result<Certified>> => rotateRecipient(core, "paper", approvals)

async function rotateRecipient(core: Core, what: "intake" | "paper", approvals?: string): Promise<Result<Certified>> {
  const { inside, register } = core
  const { days, held: heldIn, hold, bytes } = recipients[what]
  let pending: Extract<Pending, { what: "intake" | "paper" }>
  if (approvals === undefined) {
    const may = await mayBegin(core)
    if (!may.ok) return may
    const number = (inside.directory.now()[what].at(-1)?.certificate.number ?? 0) + 1
    const { identity, recipient } = await newIntakeIdentity()
    // The secret is held by the desk before anyone may seal to it.
    const free = freeNumber(number, heldIn(register.folded().state))
    const kept = await core.secrets.keep(identity)
    if (!kept.ok) return kept
    const held = await register.act([{ does: hold, input: { number: free, stream: kept.value, recipient } }])
    if (!held.ok) return held
    pending = { what, approvals: [], certificate: { number, recipient, ...lasting(core.env.now(), days) } }
  } else {
    const read = readPending(what, approvals)
    if (!read.ok) return read
    pending = read.value
    const pulled = await pullBoth(core)
    if (!pulled.ok) return pulled
    const { recipient } = pending.certificate
    const held = heldIn(register.folded().state).find((row) => row.recipient === recipient)
    // What opens requests is read back by the second who signs, and fits what she signs: else nothing would ever open them.
    const secret = (await core.secrets.all(what)).find((one) => one.stream === held?.stream)
    if (held === undefined || secret === undefined || (await recipientOf(secret.identity)) !== recipient) return notHeld()
    if (leaverKnows(core, held)) return leftSince()
  }
  const { certificate } = pending
  return finish(core, pending, bytes(inside.desk, certificate), (by) => ({ does: `${what}.rotate`, certificate, approvals: by }))
}

export async function rotateReply(core: Core, approvals?: string): Promise<Result<Certified>> {
  const { inside, register } = core
  const { desk } = inside
  let pending: Extract<Pending, { what: "reply" }>
  if (approvals === undefined) {
    const may = await mayBegin(core)
    if (!may.ok) return may
    const number = (inside.directory.now().reply.at(-1)?.certificate.number ?? 0) + 1
    const seed = newSigningSeed()
    const free = freeNumber(number, register.folded().state.replyKeys)
    const kept = await register.act([{ does: "hold-reply-key", input: { number: free, secret: toHex(seed) } }])
    if (!kept.ok) return kept
    pending = { what: "reply", approvals: [], certificate: { number, key: signingFromSeed(seed).key, ...lasting(core.env.now()) } }
  } else {
    const read = readPending("reply", approvals)
    if (!read.ok) return read
    pending = read.value
    const pulled = await pullBoth(core)
    if (!pulled.ok) return pulled
    const { key } = pending.certificate
    const held = register.folded().state.replyKeys.find((row) => signingFromSeed(fromHex(row.secret)).key === key)
    if (held === undefined) return notHeld()
    if (leaverKnows(core, held)) return leftSince()
  }
  const { certificate } = pending
  return finish(core, pending, replyCertificateBytes(desk, certificate), (by) => ({ does: "reply.rotate", certificate, approvals: by }))
}

/** Who left is known from the directory, what is held from the register. */
async function pullBoth(core: Core): Promise<Result<null>> {
  const directory = await core.inside.directory.pull()
  const register = directory.ok ? await core.register.pull() : directory
  return register.ok ? ok(null) : register
}

/** Before a secret is written: not by whom it would not help. */
async function mayBegin(core: Core): Promise<Result<null>> {
  const pulled = await pullBoth(core)
  if (!pulled.ok) return pulled
  const believed = await namedByRoot(core)
  if (!believed.ok) return believed
  const { admins } = core.inside.directory.now()
  if (!admins.includes(core.inside.member)) return no("not-admin", "Only an administrator may do this.")
  return admins.length < approvalsNeeded(believed.value.admins.length, believed.value.threshold) ? rootNeeded() : ok(null)
}

/** The first administrator of a new desk, or the second who approves: the desk's own streams, then certificates for intake and replies. */
export async function foundStreams(core: Core, name: string): Promise<Result<null>> {
  const { inside, register, members } = core
  if (!inside.directory.now().admins.includes(inside.member)) return no("not-admin", "Only an administrator founds the desk.")
  if (members.chain.roster === null) {
    const named = await members.act([
      { does: "name-member", input: { member: inside.member, name, roles: ["administrator", "intake", "caseworker", "decider"] } },
    ])
    if (!named.ok) return named
  }
  if (register.folded().state.policies.length === 0) {
    const { id, version, hash } = core.current
    const adopted = await register.act([{ does: "adopt-policy", input: { policy: { id, version, hash } } }])
    if (!adopted.ok) return adopted
  }
  return ok(null)
}

const sameCertificate = (one: MemberCertificate, other: MemberCertificate): boolean =>
  one.member === other.member && hashOf(memberCertificateBytes(one.member, one)) === hashOf(memberCertificateBytes(other.member, other))

/** Who comes, by her own claim or by what another administrator signed already: the words are always those of the keys to be signed. */
export async function readNewcomer(core: Core, text: string): Promise<Result<Newcomer>> {
  const words = await core.env.words
  const claim = readClaim(text)
  if (claim.ok) return ok({ words: claimWords(claim.value.certificate, words), first: null })
  const pending = readPending("member", text)
  if (!pending.ok) return claim
  const { certificate, name, roles, formerly, approvals } = pending.value
  return ok({
    words: claimWords(certificate, words),
    first: {
      name,
      roles: roles as readonly Role[],
      formerly: formerly ?? null,
      by: approvals.map((one) => core.nameOf(one.by) || one.by),
    },
  })
}

export function claimWordsOf(claim: string, words: readonly string[]): Result<readonly string[]> {
  const read = readClaim(claim)
  return read.ok ? ok(claimWords(read.value.certificate, words)) : read
}
