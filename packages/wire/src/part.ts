// A file on the wire: an object of up to 4,096 parts, each a complete age file. Names, types and true sizes are in the sealed manifest.
import * as v from "valibot"
import { u32 } from "./entry.ts"
import { Hash, Id } from "./id.ts"
import { PART } from "./bucket.ts"

/** 4 GiB. */
export const MAX_PARTS = 4096
/** A part on the wire: the padded MiB and age's own header, stanza and tags. */
export const MAX_PART_BYTES = PART + 16_384
/** Before a person at the desk has opened the request: room for a court decision, photographs and a phone's video. */
export const FREE_BYTES = 64 * 1024 * 1024

export const NewObject = v.strictObject({ id: Id, parts: v.pipe(u32, v.minValue(1), v.maxValue(MAX_PARTS)) })
export type NewObject = v.InferOutput<typeof NewObject>

/** What the server already has of an object: which parts, and the SHA-256 of each as stored. */
export const ObjectState = v.strictObject({
  id: Id,
  parts: u32,
  have: v.array(v.strictObject({ part: u32, hash: Hash })),
  complete: v.boolean(),
})
export type ObjectState = v.InferOutput<typeof ObjectState>

/** SHA-256 of every part as sent, in order: `complete` compares, fsyncs, and only then says yes. */
export const CompleteObject = v.strictObject({ hashes: v.pipe(v.array(Hash), v.minLength(1), v.maxLength(MAX_PARTS)) })
export type CompleteObject = v.InferOutput<typeof CompleteObject>
