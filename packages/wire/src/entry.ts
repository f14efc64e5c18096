// An entry: the only thing a stream is made of. The header is signed; the body is hashed into it and may be purged later.
import * as v from "valibot"
import { Guard, Seq } from "./head.ts"
import { Hash, Id, KeyId } from "./id.ts"

/** Canonical: one text for the same bytes. By its letters and its end alone: a body has thousands of letters, and each entry is asked. */
export function isBase64(text: string): boolean {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return false
  // Letters before the padding whose lower bits belong to no byte.
  return !text.endsWith("=") || (text.endsWith("==") ? /[AQgw]==$/ : /[AEIMQUYcgkosw048]=$/).test(text.slice(-4))
}
export const Base64 = v.pipe(v.string(), v.check(isBase64, "not base64"))
export const Signature = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/, "not an Ed25519 signature"))
export const u32 = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(0xffff_ffff))

export const MAX_BODY = 1 << 20
export const MAX_OBJECTS = 256
export const MAX_GUARDS = 256
/** Entries in one append. */
export const MAX_BATCH = 64

/** The part that is signed. `bodyHash` and `size` stand for the body, so a purged chain still verifies. */
export const Header = v.strictObject({
  desk: Id,
  stream: Id,
  seq: Seq,
  prev: Hash,
  author: KeyId,
  epoch: u32,
  dirSeq: Seq,
  dirHash: Hash,
  bodyHash: Hash,
  size: u32,
  objects: v.pipe(v.array(Id), v.maxLength(MAX_OBJECTS)),
  guards: v.pipe(v.array(Guard), v.maxLength(MAX_GUARDS)),
})
export type Header = v.InferOutput<typeof Header>

/** `body` is base64, or null once purged. */
export const Entry = v.strictObject({
  ...Header.entries,
  body: v.nullable(v.pipe(Base64, v.maxLength(Math.ceil(MAX_BODY / 3) * 4))),
  signature: Signature,
})
export type Entry = v.InferOutput<typeof Entry>

/** An entry on its way to the server, which reads the body's text faster than a pattern can and refuses what is not canonical. */
export const SentEntry = v.strictObject({
  ...Entry.entries,
  body: v.nullable(v.pipe(v.string(), v.maxLength(Math.ceil(MAX_BODY / 3) * 4))),
})
