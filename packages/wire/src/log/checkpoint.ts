// Where the log stood, in the server's own signed word: so many leaves, this root, in this hour.
import * as v from "valibot"
import { type Bytes, pae, u64be, utf8 } from "../bytes.ts"
import { Signature } from "../entry.ts"
import { Seq } from "../head.ts"
import { Hour } from "../hour.ts"
import { Hash, Id, hashBytes, idBytes } from "../id.ts"
import { labels } from "../labels.ts"

export const Checkpoint = v.strictObject({ desk: Id, size: v.pipe(Seq, v.minValue(1)), root: Hash, hour: Hour, signature: Signature })
export type Checkpoint = v.InferOutput<typeof Checkpoint>

export const checkpointBytes = (c: Omit<Checkpoint, "signature">): Bytes =>
  pae(labels.checkpoint, idBytes(c.desk), u64be(c.size), hashBytes(c.root), utf8(c.hour))
