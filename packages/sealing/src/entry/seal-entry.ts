// Makes entries: sealed ones for shared streams, roster and directory entries in the clear, and the age bodies of a mailbox.
import {
  type Bytes,
  type DirectoryChange,
  type Entry,
  type Guard,
  type Head,
  type Header,
  type Id,
  type Recipient,
  type RosterChange,
  type Seen,
  ZERO_HASH,
  ZERO_ID,
  answerBucket,
  askBucket,
  directoryBody,
  entryAad,
  entryBucket,
  headerBytes,
  labels,
  rosterBody,
  seenBody,
  toBase64,
  utf8,
} from "@safe-conduct/wire"
import { kidOf } from "../ids.ts"
import { pad } from "../padding.ts"
import { aeadSeal } from "../primitives/aead.ts"
import { ageSeal } from "../primitives/age.ts"
import { deriveOnce, hashOf } from "../primitives/hash.ts"
import type { Signing } from "../primitives/sign.ts"

/** Where an entry goes and who writes it. `head` is the stream's head before it; `directory` the author's directory head. */
export interface Place {
  readonly desk: Id
  readonly stream: Id
  readonly head: Head
  readonly epoch: number
  readonly directory: Head
  readonly objects?: readonly Id[]
  readonly guards?: readonly Guard[]
}

async function finish(place: Place, author: Id, signing: Signing, body: Uint8Array): Promise<Entry> {
  const header: Header = {
    desk: place.desk,
    stream: place.stream,
    seq: place.head.seq + 1,
    prev: place.head.hash,
    author,
    epoch: place.epoch,
    dirSeq: place.directory.seq,
    dirHash: place.directory.hash,
    bodyHash: hashOf(body),
    size: body.length,
    objects: [...(place.objects ?? [])],
    guards: [...(place.guards ?? [])],
  }
  return { ...header, body: toBase64(body), signature: await signing.sign(headerBytes(header)) }
}

/** A sealed entry of a shared stream: AES-256-GCM under the epoch's key, bound to its place. `plain` is any JSON value. */
export async function sealEntry(place: Place, signing: Signing, epochKey: Uint8Array, plain: unknown): Promise<Entry> {
  const author = kidOf(signing.key)
  const aad = entryAad({
    desk: place.desk,
    stream: place.stream,
    seq: place.head.seq + 1,
    prev: place.head.hash,
    author,
    epoch: place.epoch,
    dirSeq: place.directory.seq,
    dirHash: place.directory.hash,
  })
  const padded = pad(utf8(JSON.stringify(plain)), entryBucket) as Bytes
  return finish(place, author, signing, await aeadSeal(entryKey(place.desk, epochKey), padded, aad))
}

export const entryKey = (desk: Id, epochKey: Uint8Array): Bytes => deriveOnce(epochKey, desk, labels.entryKey)

/** Opens an epoch; `place.epoch` is the new one. */
export const sealRoster = (place: Place, signing: Signing, change: RosterChange): Promise<Entry> =>
  finish(place, kidOf(signing.key), signing, rosterBody(change))

export const directoryEntry = (place: Omit<Place, "epoch" | "directory">, signing: Signing, change: DirectoryChange): Promise<Entry> =>
  finish(
    { ...place, epoch: 0, directory: place.head.seq === -1 ? { seq: 0, hash: ZERO_HASH } : place.head },
    kidOf(signing.key),
    signing,
    directoryBody(change),
  )

/** The directory's first entry: zeros stand for desk and stream, since the desk's id is made from it. */
export const genesisEntry = (root: Signing, change: DirectoryChange): Promise<Entry> =>
  directoryEntry({ desk: ZERO_ID, stream: ZERO_ID, head: { seq: -1, hash: ZERO_HASH } }, root, change)

/** A member's word on where the log stood. */
export const seenEntry = (place: Omit<Place, "epoch">, signing: Signing, seen: Seen): Promise<Entry> =>
  finish({ ...place, epoch: 0 }, kidOf(signing.key), signing, seenBody(seen))

/** The empty entry that opens a mailbox; its author is the mailbox itself. */
export const askGenesis = (place: Place, signing: Signing): Promise<Entry> => finish(place, place.stream, signing, new Uint8Array(0))

/** What an age body says of its own place: age has no associated data, so a stolen body posted elsewhere must show itself. */
export interface Placed<T> {
  readonly v: 1
  readonly kind: "ask" | "answer"
  readonly desk: Id
  readonly stream: Id
  readonly author: Id
  readonly body: T
}

async function ageEntry(
  place: Place,
  kind: "ask" | "answer",
  author: Id,
  signing: Signing,
  to: Recipient,
  body: unknown,
): Promise<Entry | null> {
  const placed: Placed<unknown> = { v: 1, kind, desk: place.desk, stream: place.stream, author, body }
  const padded = pad(utf8(JSON.stringify(placed)), kind === "ask" ? askBucket : answerBucket)
  return padded === null ? null : finish(place, author, signing, await ageSeal([to], padded))
}

/** What a person sends; `place.epoch` is the intake number whose recipient `to` is (or the last one known, for a case's `sealTo`). */
export const sealAsk = async (place: Place, signing: Signing, to: Recipient, body: unknown): Promise<Entry> =>
  (await ageEntry(place, "ask", place.stream, signing, to, body)) as Entry

/** A reply; `signing` is the reply key of number `place.epoch`. Null when it is longer than eight buckets. */
export const sealAnswer = (place: Place, signing: Signing, replyTo: Recipient, body: unknown): Promise<Entry | null> =>
  ageEntry(place, "answer", kidOf(signing.key), signing, replyTo, body)
