// Hashes, derivation and randomness. SHA-256 is from a library where bytes are few and from WebCrypto where they are many.
import { hkdf as nobleHkdf } from "@noble/hashes/hkdf.js"
import { hmac } from "@noble/hashes/hmac.js"
import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js"
import { type Bytes, type Hash, type Id, hashFromBytes, idBytes, pae } from "@safe-conduct/wire"

/** SHA-256 at once, for short bytes. */
export const sha256 = (bytes: Uint8Array): Bytes => nobleSha256(bytes) as Bytes
export const hashOf = (bytes: Uint8Array): Hash => hashFromBytes(sha256(bytes))

/** SHA-256 by the platform, for a part or a body. */
export const digest = async (bytes: Uint8Array): Promise<Hash> =>
  hashFromBytes(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Bytes)))

/** SHA-256 of what arrives piece by piece: a whole file. */
export function runningHash(): { update(bytes: Uint8Array): void; done(): Hash } {
  const state = nobleSha256.create()
  return { update: (bytes) => void state.update(bytes), done: () => hashFromBytes(state.digest()) }
}

/** HKDF-SHA-256 with the desk's id as salt and PAE(label, …parts) as info; one label per purpose (wire/labels.ts). */
export const derive = (secret: Uint8Array, desk: Id, label: string, length: number, ...parts: readonly Uint8Array[]): Bytes =>
  nobleHkdf(nobleSha256, secret, idBytes(desk), pae(label, ...parts), length) as Bytes

export const mac = (key: Uint8Array, bytes: Uint8Array): Bytes => hmac(nobleSha256, key, bytes) as Bytes

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
