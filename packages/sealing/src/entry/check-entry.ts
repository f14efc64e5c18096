// What anyone may check of an entry without a key that opens: the body belongs to the header, and the header is signed.
import {
  type Entry,
  type Hash,
  type Head,
  type Header,
  type PublicKey,
  type Refusal,
  fromBase64,
  headerBytes,
  refuse,
} from "@safe-conduct/wire"
import { entryHash } from "../ids.ts"
import { hashOf } from "../primitives/hash.ts"
import { verifySignature } from "../primitives/sign.ts"

/** Bytes of a body's text; null when it is not the one text form that those bytes have. */
function bodyOf(text: string): Uint8Array | null {
  try {
    return fromBase64(text)
  } catch {
    return null
  }
}

/** The body is the one the header names; a purged body (null) has nothing to compare. `bytes`: of that very body, read already. */
export function checkBody(entry: Entry, bytes?: Uint8Array): Refusal | null {
  if (entry.body === null) return null
  const body = bytes ?? bodyOf(entry.body)
  if (body === null) return refuse("malformed", "The body is not base64 as it is written.", "/body")
  if (body.length !== entry.size) return refuse("size-differs", "The body is not as long as its header says.", "/size")
  if (hashOf(body) !== entry.bodyHash) return refuse("body-differs", "The body is not the one its header names.", "/body")
  return null
}

/** Of an entry, where they have been read already: the bytes of its body, and of its header as it is signed. */
export interface EntryRead {
  readonly body: Uint8Array
  readonly header: Uint8Array
}

/** Null where the body was destroyed, or is not written as bytes are: verifying then says which. */
export function entryRead(entry: Entry): EntryRead | null {
  const body = entry.body === null ? null : bodyOf(entry.body)
  return body === null ? null : { body, header: headerBytes(entry) }
}

export async function verifyEntry(entry: Entry, key: PublicKey, read?: EntryRead): Promise<Refusal | null> {
  const body = checkBody(entry, read?.body)
  if (body) return body
  if (!(await verifySignature(key, read?.header ?? headerBytes(entry), entry.signature)))
    return refuse("bad-signature", "The signature does not hold.", "/signature")
  return null
}

/** The header alone, without body and signature. */
export function headerOf({ body: _body, signature: _signature, ...header }: Entry): Header {
  return header
}

/** Where a stream stands once this entry is its last. */
export const headAfter = (entry: Entry): Head => ({ seq: entry.seq, hash: entryHash(headerOf(entry)) })

export const bodyBytes = (entry: Entry): Uint8Array | null => (entry.body === null ? null : fromBase64(entry.body))

/** Whether an entry follows a head in its stream. */
export function follows(entry: Entry, head: { readonly seq: number; readonly hash: Hash }): Refusal | null {
  if (entry.seq !== head.seq + 1) return refuse("not-head", "The entry does not follow the last one.", "/seq")
  if (entry.prev !== head.hash) return refuse("not-head", "The entry does not name the last one's hash.", "/prev")
  return null
}
