// How a client proves who it is: it signs the server's challenge together with the origin it sees, and gets a random bearer.
import * as v from "valibot"
import { type Bytes, pae, utf8 } from "./bytes.ts"
import { Signature } from "./entry.ts"
import { Id, PublicKey, idBytes } from "./id.ts"
import { labels } from "./labels.ts"

export const Subject = v.variant("kind", [
  v.strictObject({ kind: v.literal("member"), member: Id }),
  /** The mailbox need not exist yet: its id is the key. */
  v.strictObject({ kind: v.literal("mailbox"), key: PublicKey }),
])
export type Subject = v.InferOutput<typeof Subject>

export const OpenSession = v.strictObject({
  subject: Subject,
  challenge: v.pipe(v.string(), v.maxLength(200)),
  origin: v.pipe(v.string(), v.maxLength(300)),
  signature: Signature,
})
export type OpenSession = v.InferOutput<typeof OpenSession>

/** `subject` is the member's id or the mailbox's ask id. Binding the origin stops a relayed challenge. */
export const sessionBytes = (origin: string, desk: Id, subject: Id, challenge: string): Bytes =>
  pae(labels.session, utf8(origin), idBytes(desk), idBytes(subject), utf8(challenge))

/** Minutes a bearer lives: a mailbox's; a member's in all, and when idle. */
export const sessionMinutes = { mailbox: 15, member: 12 * 60, memberIdle: 30 } as const
