// Hashes, derivation and randomness. SHA-256 is the platform's where it has one that answers at once, else a library's.
import { hkdf as nobleHkdf } from "@noble/hashes/hkdf.js"
import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js"
import { type Bytes, type Hash, type Id, idBytes, pae } from "@safe-conduct/wire"
import { native } from "#native"
import type { HashInto } from "./native.ts"

/** SHA-256 at once, for short bytes. */
export const sha256 = (bytes: Uint8Array): Bytes => native.sha256(bytes)
export const hashOf = (bytes: Uint8Array): Hash => native.hash(bytes)

/** SHA-256 for a part or a body, beside the main thread. */
export const digest = (bytes: Uint8Array): Promise<Hash> => native.digest(bytes)

/** SHA-256 of a part, written into its file by the thread that hashes it. */
export const hashInto: HashInto = (pieces, place) => {
  if (native.hashInto === null) throw new Error("there are no files here")
  return native.hashInto(pieces, place)
}

/** SHA-256 of what arrives piece by piece: a whole file. */
export const runningHash = (): { update(bytes: Uint8Array): void; done(): Hash } => native.running()

/** HKDF-SHA-256 with the desk's id as salt and PAE(label, …parts) as info; one label per purpose (wire/labels.ts). */
export const derive = (secret: Uint8Array, desk: Id, label: string, length: number, ...parts: readonly Uint8Array[]): Bytes =>
  nobleHkdf(nobleSha256, secret, idBytes(desk), pae(label, ...parts), length) as Bytes

const derived = new WeakMap<Uint8Array, { readonly desk: Id; readonly label: string; readonly made: Bytes }[]>()

/**
 * The same for the 32 bytes of an epoch's keys, remembered as long as somebody holds the very epoch key they came from and no
 * longer: ten thousand cards open with one key, and signing out still drops it. Neither may be written over.
 */
export function deriveOnce(epochKey: Uint8Array, desk: Id, label: string): Bytes {
  let known = derived.get(epochKey)
  if (known === undefined) derived.set(epochKey, (known = []))
  const before = known.find((one) => one.label === label && one.desk === desk)
  if (before !== undefined) return before.made
  const made = derive(epochKey, desk, label, 32)
  known.push({ desk, label, made })
  return made
}

export const mac = (key: Uint8Array, bytes: Uint8Array): Bytes => native.hmac(key, bytes)

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
