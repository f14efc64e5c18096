// A card: the facts that Today and search need, sealed, one row per stream, so that a list opens without folding every chain.
import * as v from "valibot"
import { type Bytes, pae, u32be, u64be } from "./bytes.ts"
import { Base64, Signature, u32 } from "./entry.ts"
import { Head, Seq } from "./head.ts"
import { Hash, Id, KeyId, hashBytes, idBytes } from "./id.ts"
import { labels } from "./labels.ts"

export const Card = v.strictObject({
  desk: Id,
  stream: Id,
  /** One up at each writing; the server compares and sets. */
  version: v.pipe(Seq, v.minValue(1)),
  /** The register's epoch whose key seals it (a restricted stream's own epoch where `own` is true). */
  cardEpoch: u32,
  own: v.boolean(),
  through: Head,
  sealed: v.pipe(Base64, v.maxLength(6000)),
  author: KeyId,
  signature: Signature,
})
export type Card = v.InferOutput<typeof Card>

type Bound = Pick<Card, "desk" | "stream" | "version" | "cardEpoch" | "own" | "through">
const bound = (c: Bound): Bytes[] => [
  idBytes(c.desk),
  idBytes(c.stream),
  u64be(c.version),
  u32be(c.cardEpoch),
  new Uint8Array([c.own ? 1 : 0]),
  u64be(c.through.seq),
  hashBytes(c.through.hash),
]
export const cardAad = (c: Bound): Bytes => pae(labels.cardAad, ...bound(c))
/** What the author signs; `sealedHash` is SHA-256 of the sealed bytes. */
export const cardBytes = (c: Bound & Pick<Card, "author">, sealedHash: Hash, size: number): Bytes =>
  pae(labels.card, ...bound(c), idBytes(c.author), hashBytes(sealedHash), u32be(size))
