// What each HTTP call takes and gives, as schemas that server and clients share. Bytes travel as base64, parts and cards as binary.
import * as v from "valibot"
import { Card } from "./card.ts"
import { IntakeCertificate, PaperCertificate, ReplyCertificate, Approval } from "./directory-change.ts"
import { Entry, MAX_BATCH, SentEntry, u32 } from "./entry.ts"
import { Head, Seq } from "./head.ts"
import { Hour } from "./hour.ts"
import { Hash, Id, PublicKey } from "./id.ts"
import { Receipt } from "./receipt.ts"
import { Envelope } from "./roster-change.ts"
import { StreamKind } from "./stream-kind.ts"

/** GET /desk.json: all that the portal may know of the desk, each certificate checkable against the genesis. */
export const DeskInfo = v.strictObject({
  genesis: Entry,
  /** Root-signed changes of the admins, in order. */
  adminSets: v.array(Entry),
  intake: v.array(v.strictObject({ certificate: IntakeCertificate, approvals: v.array(Approval) })),
  reply: v.array(v.strictObject({ certificate: ReplyCertificate, approvals: v.array(Approval) })),
  /** Absent where the desk takes nothing on paper. */
  paper: v.optional(v.array(v.strictObject({ certificate: PaperCertificate, approvals: v.array(Approval) }))),
  directory: Head,
  /** The server's key for receipts. */
  received: PublicKey,
})
export type DeskInfo = v.InferOutput<typeof DeskInfo>

/** POST /api/streams/:stream/entries. All or none; with the card that follows them and, for roster entries, the envelopes. */
export const Append = v.strictObject({
  entries: v.pipe(v.array(SentEntry), v.minLength(1), v.maxLength(MAX_BATCH)),
  envelopes: v.optional(v.array(v.strictObject({ epoch: u32, envelopes: v.pipe(v.array(Envelope), v.maxLength(201)) }))),
  card: v.optional(Card),
  wake: v.optional(v.boolean()),
})
export type Append = v.InferOutput<typeof Append>
export const Appended = v.strictObject({ head: Head, receipt: Receipt })
export type Appended = v.InferOutput<typeof Appended>
/** 409: what stands instead. `not-head` alone permits sealing anew. */
export const Conflict = v.object({
  error: v.string(),
  message: v.string(),
  at: v.optional(v.string()),
  head: v.optional(Head),
  intake: v.optional(v.strictObject({ certificate: IntakeCertificate, approvals: v.array(Approval) })),
})
export type Conflict = v.InferOutput<typeof Conflict>

/**
 * POST /api/mailboxes: the empty genesis of an `ask` with its proof of work, and what follows it in the same chain: a request of text
 * alone needs no other call, for its signature says who wrote it. Makes both sides of the mailbox, all or none. Sent again with more
 * behind the same genesis it completes what stands. `entry` is the genesis alone; one of the two is given.
 */
export const NewMailbox = v.strictObject({
  key: PublicKey,
  work: Seq,
  entry: v.optional(SentEntry),
  entries: v.optional(Append.entries.entries),
  wake: v.optional(v.boolean()),
})
export type NewMailbox = v.InferOutput<typeof NewMailbox>

/** GET /api/streams/:stream/entries?from=&limit= — bodies included; `limit` at most 500, and at most 8 MiB of bodies a page. */
export const Page = v.strictObject({ entries: v.array(v.strictObject({ entry: Entry, hour: Hour })), head: Head })
export type Page = v.InferOutput<typeof Page>

/** GET /api/heads?since=cursor — every stream this member may read that changed after the cursor, at most 2,000 a page. */
export const HeadRow = v.strictObject({
  stream: Id,
  kind: StreamKind,
  head: Head,
  epoch: u32,
  hour: Hour,
  /** The other side of a mailbox; null for other kinds. */
  pair: v.nullable(Id),
  /** For an `ask`: the key behind its id, without which no member could check who wrote; null for other kinds. */
  key: v.nullable(PublicKey),
  wake: v.boolean(),
  /** For a mailbox: the day its owner last fetched the answers, or null. */
  opened: v.nullable(v.string()),
})
export type HeadRow = v.InferOutput<typeof HeadRow>
export const Heads = v.strictObject({ rows: v.array(HeadRow), cursor: Seq, more: v.boolean() })
export type Heads = v.InferOutput<typeof Heads>

/** GET /api/streams/:stream/envelopes — for every epoch: all hashes, and my own envelope where I have one. */
export const Envelopes = v.strictObject({
  epochs: v.array(
    v.strictObject({ epoch: u32, hashes: v.array(v.strictObject({ member: Id, hash: Hash })), mine: v.nullable(v.string()) }),
  ),
})
export type Envelopes = v.InferOutput<typeof Envelopes>

/**
 * GET /api/wraps/:locator — a member's seeds under her passphrase or one of her passkeys. The locator comes from Argon2id or from the
 * passkey's own answer, so there is no list of users.
 */
export const Wrap = v.strictObject({ blob: v.pipe(v.string(), v.maxLength(16_384)) })
export type Wrap = v.InferOutput<typeof Wrap>

/** PUT /api/wraps/:locator — hers, or by an administrator for a member who has just been added and cannot sign in before it is there. */
export const NewWrap = v.strictObject({ ...Wrap.entries, member: v.optional(Id) })
export type NewWrap = v.InferOutput<typeof NewWrap>

/** GET /api/wraps — the places of my own wraps, so that one I do not know of shows, and old words can be deleted. */
export const OwnWraps = v.strictObject({ locators: v.array(Id) })
export type OwnWraps = v.InferOutput<typeof OwnWraps>

/** Ways in that a member may keep. */
export const MOST_WRAPS = 16

/**
 * GET /api/cards?since=cursor — one binary body: u64 next cursor ‖ u8 more ‖ frames; a frame is u32 length ‖ UTF-8 JSON of CardRow.
 * GET /api/cards/newest?before=cursor&limit=n — the same told backwards, what changed last first, behind the u64 of its newest change.
 */
export const CardRow = v.strictObject({ card: Card, head: Head })
export type CardRow = v.InferOutput<typeof CardRow>

/** GET /api/cards/not-handed-on — after joining: how many streams for the whole desk wait until a colleague's client hands them on. */
export const NotHandedOn = v.strictObject({ count: Seq })
export type NotHandedOn = v.InferOutput<typeof NotHandedOn>
