// Names of things on the wire. An id is 16 bytes, random or the first 16 of a SHA-256, in 26 letters of lower-case base32.
// Ids are never time-ordered: an id that carries the millisecond breaks the leak budget.
import * as v from "valibot"
import { type Bytes, fromHex, toHex } from "./bytes.ts"

const letters = "abcdefghijklmnopqrstuvwxyz234567"

export const Id = v.pipe(v.string(), v.regex(/^[a-z2-7]{25}[aeimquy4]$/, "not an id"), v.brand("Id"))
export type Id = v.InferOutput<typeof Id>

/** A key's id: the first 16 bytes of SHA-256(PAE("safe-conduct/kid/1", public key)); for the writer of an `ask`, the ask's own id. */
export const KeyId = Id
export type KeyId = Id

/** 32 bytes of SHA-256 in lower-case hex. */
export const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "not a SHA-256"), v.brand("Hash"))
export type Hash = v.InferOutput<typeof Hash>

/** An Ed25519 public key in lower-case hex. */
export const PublicKey = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "not an Ed25519 key"), v.brand("PublicKey"))
export type PublicKey = v.InferOutput<typeof PublicKey>

/** An age recipient of the hybrid kind (mlkem768x25519), as age writes it: bech32, 1,959 characters. */
export const Recipient = v.pipe(
  v.string(),
  v.regex(/^age1pq1[02-9ac-hj-np-z]{1900,2000}$/, "not a hybrid age recipient"),
  v.brand("Recipient"),
)
export type Recipient = v.InferOutput<typeof Recipient>

export const ZERO_HASH = "0".repeat(64) as Hash
export const ZERO_ID = "a".repeat(26) as Id

/** The id of the first 16 bytes given. Throws when there are fewer. */
export function idFromBytes(bytes: Uint8Array): Id {
  if (bytes.length < 16) throw new RangeError("an id needs 16 bytes")
  let text = ""
  let held = 0
  let bits = 0
  for (let i = 0; i < 16; i++) {
    held = (held << 8) | (bytes[i] as number)
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += letters[(held >> bits) & 31]
      held &= (1 << bits) - 1
    }
  }
  return (text + letters[(held << (5 - bits)) & 31]) as Id
}

const letterValue = new Int8Array(128).fill(-1)
for (let i = 0; i < letters.length; i++) letterValue[letters.charCodeAt(i)] = i

export function idBytes(id: Id): Bytes {
  const bytes = new Uint8Array(16)
  let held = 0
  let bits = 0
  let at = 0
  for (let i = 0; i < id.length; i++) {
    held = (held << 5) | (letterValue[id.charCodeAt(i)] ?? -1)
    bits += 5
    if (bits >= 8 && at < 16) {
      bits -= 8
      bytes[at++] = (held >> bits) & 255
      held &= (1 << bits) - 1
    }
  }
  return bytes
}

export const hashBytes = (hash: Hash): Bytes => fromHex(hash)
export const hashFromBytes = (bytes: Uint8Array): Hash => toHex(bytes) as Hash
