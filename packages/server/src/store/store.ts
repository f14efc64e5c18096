// What the rest of the server may ask of a database. Reads stand alone and tell of nothing that is not on the disk; everything written goes through `write`, in one
// transaction per group of jobs. A job decides by what it reads inside, returns a refusal *before* its first change, and may
// be run again from the start: it must not carry effects out of the transaction other than by what it returns.
import type { LogStore } from "./log-store.ts"
import type { OpeningChanges, OpeningReads } from "./opening-store.ts"
import type { PurgeChanges, PurgeReads } from "./purge-store.ts"
import type { StatementChanges, StatementReads } from "./statement-store.ts"
import type { WakingChanges, WakingReads } from "./waking-store.ts"
import type { Card, Entry, Hash, Head, Hour, Id, KeyId, PublicKey, StreamKind } from "@safe-conduct/wire"

export interface DeskRow {
  readonly desk: Id
  readonly trial: boolean
}
export interface Settings {
  readonly receiptSeed: Uint8Array
  readonly macKey: Uint8Array
}
export interface StreamRow {
  readonly stream: Id
  readonly kind: StreamKind
  readonly head: Head
  readonly epoch: number
  readonly dirSeq: number
  readonly key: PublicKey | null
  readonly pair: Id | null
  readonly wake: boolean
  readonly opened: string | null
  readonly hour: Hour
  readonly changed: number
}
export interface RosterRow {
  readonly id: Id
  readonly kid: KeyId
}
export interface StoredEntry {
  readonly entry: Entry
  readonly hour: Hour
}
export interface EnvelopeRow {
  readonly epoch: number
  readonly member: Id
  readonly hash: Hash
  /** Given to the member whom it is for and to nobody else. */
  readonly sealed: Uint8Array | null
}
export interface ObjectRow {
  readonly object: Id
  readonly owner: Id
  readonly mailbox: boolean
  readonly parts: number
  readonly bytes: number
  readonly complete: boolean
  readonly hour: Hour
}
export interface SessionRow {
  readonly subject: Id
  readonly mailbox: boolean
  /** Minutes since 1970, rounded up to five. */
  readonly until: number
  readonly idle: number
}
export interface CardAt {
  readonly card: Card
  readonly head: Head
  readonly changed: number
}

/** Reads, with or without a transaction around them. */
export interface Reads extends PurgeReads, WakingReads, StatementReads {
  stream(stream: Id): Promise<StreamRow | null>
  roster(stream: Id): Promise<RosterRow[]>
  /** Hash and hour of one stored entry. */
  entryAt(stream: Id, seq: number): Promise<{ hash: Hash; hour: Hour } | null>
  object(object: Id): Promise<ObjectRow | null>
  cardVersion(stream: Id): Promise<number>
  /** Bytes that a subject's objects hold, whole MiB for what is not complete. */
  bytesOf(owner: Id): Promise<number>
  bytesInAll(): Promise<number>
  wrapWriter(locator: string): Promise<Id | null>
  wrapsBy(writer: Id): Promise<Id[]>
}

export interface NewStream {
  readonly stream: Id
  readonly kind: StreamKind
  readonly key?: PublicKey
  readonly pair?: Id
  readonly head: Head
  readonly epoch: number
  readonly dirSeq: number
  readonly hour: Hour
  readonly wake?: boolean
}

/** Changes, only inside `write`. */
export interface Transaction extends Reads, PurgeChanges, OpeningChanges, WakingChanges, StatementChanges {
  /** The directory's head, read once for all jobs of a transaction: nobody else can move it meanwhile. */
  directory(): Promise<Head>
  /** The next number of the desk's change cursor. */
  next(): number
  /** False when the stream is there already. A mailbox's other side is made with it. */
  createStream(stream: NewStream, other?: NewStream): Promise<boolean>
  /** Compare and set: false when the stream no longer stands at `from`. */
  advance(stream: Id, from: Head, to: { head: Head; epoch: number; dirSeq: number; hour: Hour; wake?: boolean }): Promise<boolean>
  /** Stores an entry's row; its hash is the caller's word. */
  putEntry(stream: Id, entry: Entry, hash: Hash, hour: Hour): Promise<void>
  /** The same for entries of one append, in one statement. `bodies` are theirs, where they have been read already. */
  putEntries(stream: Id, entries: readonly Entry[], hashes: readonly Hash[], hour: Hour, bodies?: readonly Uint8Array[]): Promise<void>
  putRoster(stream: Id, members: readonly RosterRow[]): Promise<void>
  putEnvelopes(stream: Id, epoch: number, envelopes: readonly { member: Id; hash: Hash; sealed: Uint8Array }[]): Promise<void>
  /** Compare and set on `version`: false when another card stands. */
  putCard(card: Card): Promise<boolean>
  list(stream: Id, objects: readonly Id[]): Promise<void>
  createObject(object: ObjectRow): Promise<void>
  completeObject(object: Id, bytes: number): Promise<void>
  /** Before an orphan's bytes go: from now on no entry can list it. False when one does. */
  closeOrphan(object: Id): Promise<boolean>
  dropObject(object: Id): Promise<void>
  clearWake(stream: Id): Promise<void>
  markOpened(stream: Id, day: string): Promise<void>
  putWrap(locator: string, writer: Id, blob: string): Promise<void>
  dropWrap(locator: string): Promise<void>
  dropWrapsBy(writers: readonly Id[]): Promise<void>
  putSession(token: Hash, session: SessionRow): Promise<void>
  touchSession(token: Hash, idle: number): Promise<void>
  dropSession(token: Hash): Promise<void>
  dropSessionsBefore(minutes: number): Promise<void>
}

export interface Store extends Reads, OpeningReads {
  readonly desk: Id
  readonly trial: boolean
  settings(): Promise<Settings>
  /** From `from`, at most `limit` rows and `bytes` of bodies, one at least where there is one. */
  entries(stream: Id, from: number, limit: number, bytes: number): Promise<StoredEntry[]>
  /** Every stream, whoever may read it, in the order of its last change: for a folder that is read without being served. */
  all(since: number, limit: number): Promise<StreamRow[]>
  /** Streams that the member may read, changed after `since`, in that order. */
  heads(member: Id, since: number, limit: number): Promise<StreamRow[]>
  /** Of the streams that the member may read: those that changed after `since`, the oldest change first; or before `before`, the newest first. */
  cards(member: Id, where: { readonly since?: number; readonly before?: number }, limit: number, bytes: number): Promise<CardAt[]>
  /** How many streams have a card for the whole desk and are not on this member's roster yet: what colleagues still hand on to her. */
  notHandedOn(member: Id): Promise<number>
  /** Whether the stream's card is for the whole desk, and not for its own roster alone. */
  forTheDesk(stream: Id): Promise<boolean>
  envelopes(stream: Id, member: Id): Promise<EnvelopeRow[]>
  mayRead(member: Id, stream: Id): Promise<boolean>
  /** Whether the object is listed in any stream that the member may read. */
  mayReadObject(member: Id, object: Id): Promise<boolean>
  wrap(locator: string): Promise<string | null>
  /** The session behind a token's hash, with the directory's head as it stands now: one read a request. */
  session(token: Hash): Promise<{ session: SessionRow; directory: Head } | null>
  /** Objects begun before an hour and listed nowhere. */
  orphans(before: Hour, limit: number): Promise<Id[]>
  /** The desk's log, beside everything else. */
  readonly log: LogStore
  /** The rows of one stream exactly as they are stored. */
  raw(stream: Id): Promise<Record<string, readonly Record<string, unknown>[]>>
  /** A stream's row as other transactions see it, perhaps not on the disk yet: to judge by, not to tell of. */
  standing(stream: Id): Promise<StreamRow | null>
  /** Resolves when the change is on the disk; a `passing` one, a session, when others can see it. */
  write<T>(job: (tx: Transaction) => Promise<T>, passing?: "passing"): Promise<T>
  /** What was erased is gone from the files too, as far as the engine can promise it. Throws when it could not be done now. */
  forget(): Promise<void>
  close(): Promise<void>
}

/** A database before one desk of it is chosen. */
export interface Database {
  desks(): Promise<DeskRow[]>
  /** Lays down a new desk's row and settings; its directory follows by `write`. */
  createDesk(desk: DeskRow, settings: Settings): Promise<void>
  open(desk: Id): Promise<Store>
  close(): Promise<void>
}
