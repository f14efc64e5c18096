// Between rows and the shapes of the wire. Bytes become base64 at this edge, by the platform and not letter by letter.
import {
  type Card,
  type Entry,
  type Guard,
  type Hash,
  type Head,
  type Header,
  type Hour,
  type Id,
  type KeyId,
  type PublicKey,
  type SignedPurge,
  ZERO_ID,
} from "@safe-conduct/wire"
import type { CardTable, EntryTable, PurgeTable, StreamTable } from "./schema.ts"
import type { StreamRow } from "./store.ts"

export const toText = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64")
/** For text that a schema has already found to be base64. */
export const toBytes = (text: string): Uint8Array => Buffer.from(text, "base64")

export const headOf = (row: { readonly seq: number; readonly head: string }): Head => ({ seq: row.seq, hash: row.head as Hash })

export const streamRow = (row: Omit<StreamTable, "desk">): StreamRow => ({
  stream: row.stream as Id,
  kind: row.kind,
  head: headOf(row),
  epoch: row.epoch,
  dirSeq: row.dir_seq,
  key: row.key as PublicKey | null,
  pair: row.pair as Id | null,
  wake: row.wake === 1,
  opened: row.opened,
  hour: row.hour as Hour,
  changed: row.changed,
})

export const entryRow = (desk: Id, stream: Id, entry: Entry, hash: Hash, hour: Hour, body?: Uint8Array): EntryTable => ({
  desk,
  stream,
  seq: entry.seq,
  hash,
  prev: entry.prev,
  author: entry.author,
  epoch: entry.epoch,
  dir_seq: entry.dirSeq,
  dir_hash: entry.dirHash,
  body_hash: entry.bodyHash,
  size: entry.size,
  objects: entry.objects.join(" "),
  guards: entry.guards.map((g) => `${g.stream} ${g.seq} ${g.hash}`).join(","),
  signature: entry.signature,
  body: entry.body === null ? null : (body ?? toBytes(entry.body)),
  hour,
})

export const objectsOf = (text: string): Id[] => (text === "" ? [] : (text.split(" ") as Id[]))
export const guardsOf = (text: string): Guard[] =>
  text === ""
    ? []
    : text.split(",").map((guard) => {
        const [stream, seq, hash] = guard.split(" ") as [Id, string, Hash]
        return { stream, seq: Number(seq), hash }
      })

/** The header that a row holds. `genesis` is the directory's first entry, whose header carries zeros for desk and stream. */
export const headerOfRow = (row: EntryTable, genesis: boolean): Header => ({
  desk: genesis ? ZERO_ID : (row.desk as Id),
  stream: genesis ? ZERO_ID : (row.stream as Id),
  seq: row.seq,
  prev: row.prev as Hash,
  author: row.author as KeyId,
  epoch: row.epoch,
  dirSeq: row.dir_seq,
  dirHash: row.dir_hash as Hash,
  bodyHash: row.body_hash as Hash,
  size: row.size,
  objects: objectsOf(row.objects),
  guards: guardsOf(row.guards),
})

export const entryOf = (row: EntryTable, genesis: boolean): Entry => ({
  ...headerOfRow(row, genesis),
  body: row.body === null ? null : toText(row.body),
  signature: row.signature,
})

export const purgeOf = (row: PurgeTable): SignedPurge => ({
  stream: row.stream as Id,
  seq: row.seq,
  hash: row.hash as Hash,
  unanswered: row.unanswered === 1,
  until: row.until,
  approvals: [
    { by: row.first as Id, signature: row.first_signature },
    { by: row.second as Id, signature: row.second_signature },
  ],
})

export const cardRow = (card: Card, changed: number): CardTable => ({
  desk: card.desk,
  stream: card.stream,
  version: card.version,
  card_epoch: card.cardEpoch,
  own: card.own ? 1 : 0,
  through_seq: card.through.seq,
  through_hash: card.through.hash,
  sealed: toBytes(card.sealed),
  author: card.author,
  signature: card.signature,
  changed,
})

export const cardOf = (row: CardTable): Card => ({
  desk: row.desk as Id,
  stream: row.stream as Id,
  version: row.version,
  cardEpoch: row.card_epoch,
  own: row.own === 1,
  through: { seq: row.through_seq, hash: row.through_hash as Hash },
  sealed: toText(row.sealed),
  author: row.author as KeyId,
  signature: row.signature,
})
