// "Received": the server's signed word that an entry is stored durably. It proves storage, never reading.
import * as v from "valibot"
import { type Bytes, pae, u64be, utf8 } from "./bytes.ts"
import { Signature } from "./entry.ts"
import { Seq } from "./head.ts"
import { Hour } from "./hour.ts"
import { Hash, Id, hashBytes, idBytes } from "./id.ts"
import { labels } from "./labels.ts"

export const Receipt = v.strictObject({ desk: Id, stream: Id, seq: Seq, hash: Hash, hour: Hour, signature: Signature })
export type Receipt = v.InferOutput<typeof Receipt>

export const receiptBytes = (r: Omit<Receipt, "signature">): Bytes =>
  pae(labels.received, idBytes(r.desk), idBytes(r.stream), u64be(r.seq), hashBytes(r.hash), utf8(r.hour))
