// Who is asking. A challenge is stateless: nonce ‖ expiry ‖ HMAC. Its signed answer opens a session; the bearer is stored hashed,
// never in a cookie or an address. Each request looks up the bearer and, for a member, whether the directory still has her.
import { type DirectoryMember, activeAt, askIdOf, hashOf, mac, randomBytes, randomToken, verifySession } from "@safe-conduct/sealing/verify"
import {
  type Hash,
  type Id,
  type OpenSession,
  type Refusal,
  concat,
  equalBytes,
  fromBase64,
  pae,
  refuse,
  sessionMinutes,
  toBase64,
  u64be,
  utf8,
} from "@safe-conduct/wire"
import type { Service } from "./service.ts"

export type Session =
  | { readonly kind: "member"; readonly subject: Id; readonly member: DirectoryMember }
  /** The subject is the ask id; the mailbox need not exist yet. */
  | { readonly kind: "mailbox"; readonly subject: Id }

type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }
const no = (error: string, message: string, at?: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: refuse(error, message, at),
})

/** Milliseconds between a challenge and its answer. */
const CHALLENGE = 2 * 60_000

const seal = (service: Service, nonce: Uint8Array, expiry: Uint8Array): Uint8Array => mac(service.macKey, pae("challenge", nonce, expiry))

export function newChallenge(service: Service): string {
  const nonce = randomBytes(16)
  const expiry = u64be(service.now() + CHALLENGE)
  return toBase64(concat(nonce, expiry, seal(service, nonce, expiry)))
}

function goodChallenge(service: Service, text: string): boolean {
  let bytes: Uint8Array
  try {
    bytes = fromBase64(text)
  } catch {
    return false
  }
  if (bytes.length !== 56) return false
  const [nonce, expiry] = [bytes.subarray(0, 16), bytes.subarray(16, 24)]
  if (!equalBytes(seal(service, nonce, expiry), bytes.subarray(24))) return false
  return Number(new DataView(expiry.buffer, expiry.byteOffset).getBigUint64(0)) > service.now()
}

const LOOPBACK = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/

/** Whether a sign-in may name this origin. The request's own Host header proves nothing: whoever relays a challenge chooses it. */
const goodOrigin = (service: Service, origin: string): boolean => service.origins?.includes(origin) ?? LOOPBACK.test(origin)

/** Minutes since 1970, rounded up to five: beside the steps of a wake the only times finer than the hour that are stored. */
const minutesAt = (instant: number): number => Math.ceil(instant / 300_000) * 5

export async function openSession(service: Service, given: OpenSession): Promise<Result<{ token: string; until: number }>> {
  if (!goodChallenge(service, given.challenge)) return no("bad-challenge", "This challenge is not ours or has run out.", "/challenge")
  if (!goodOrigin(service, given.origin)) return no("other-origin", "This sign-in was signed for another address.", "/origin")
  const mailbox = given.subject.kind === "mailbox"
  const member = given.subject.kind === "member" ? (await service.directory.latest()).members[given.subject.member] : undefined
  const key = given.subject.kind === "mailbox" ? given.subject.key : member?.certificate.sign
  const subject = given.subject.kind === "mailbox" ? askIdOf(service.desk, given.subject.key) : given.subject.member
  if (key === undefined || !(await verifySession(key, given.origin, service.desk, subject, given.challenge, given.signature)))
    return no("not-known", "This does not prove who you are.", "/signature")
  if (member && member.until !== null) return no("not-active", "This member was removed from the desk.", "/subject")
  const token = randomToken()
  const now = service.now()
  const until = minutesAt(now + (mailbox ? sessionMinutes.mailbox : sessionMinutes.member) * 60_000)
  const idle = mailbox ? until : minutesAt(now + sessionMinutes.memberIdle * 60_000)
  await service.store.write((tx) => tx.putSession(tokenHash(token), { subject, mailbox, until, idle }), "passing")
  return { ok: true, value: { token, until } }
}

const tokenHash = (token: string): Hash => hashOf(utf8(token))

/** The session behind an Authorization header; a refusal when there is none that holds. */
export async function authority(service: Service, header: string | undefined): Promise<Result<Session>> {
  const token = /^Bearer ([A-Za-z0-9+/=]{1,100})$/.exec(header ?? "")?.[1]
  if (token === undefined) return no("no-session", "Sign in first.")
  const hash = tokenHash(token)
  const found = await service.store.session(hash)
  const now = service.now()
  const over = () => no("session-over", "The session has ended. Sign in again.")
  if (!found || now >= Math.min(found.session.until, found.session.idle) * 60_000) return over()
  const { subject, mailbox } = found.session
  if (mailbox) return { ok: true, value: { kind: "mailbox", subject } }
  const directory = await service.directory.at(found.directory)
  const member = directory.members[subject]
  if (!member || !activeAt(member, directory.head.seq)) return no("not-active", "This member was removed from the desk.")
  const idle = minutesAt(now + sessionMinutes.memberIdle * 60_000)
  if (idle > found.session.idle) await service.store.write((tx) => tx.touchSession(hash, idle), "passing")
  return { ok: true, value: { kind: "member", subject, member } }
}

export async function closeSession(service: Service, header: string | undefined): Promise<void> {
  const token = /^Bearer (.{1,100})$/.exec(header ?? "")?.[1]
  if (token !== undefined) await service.store.write((tx) => tx.dropSession(tokenHash(token)))
}
