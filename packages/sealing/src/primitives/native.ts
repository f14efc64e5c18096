// What a platform does faster than a library, behind one shape. This is the one for browsers: SHA-256 and HMAC by a library
// (WebCrypto's are only asynchronous), Ed25519 and X25519 by WebCrypto. Under Node, package.json's "#native" leads to native.node.ts instead.
// No rule lives here: sign.ts checks what may stand as a key or a signature before either is asked.
import { ed25519 } from "@noble/curves/ed25519.js"
import { hmac } from "@noble/hashes/hmac.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { type Bytes, concat, hashFromBytes, type Hash, toHex } from "@safe-conduct/wire"
import { beforeEd25519, beforeX25519 } from "./pkcs8.ts"
import { basePoint } from "./x25519.ts"

export interface Native {
  /** SHA-256 at once. */
  sha256(bytes: Uint8Array): Bytes
  /** The same in its text form, which a platform may write faster than we do. */
  hash(bytes: Uint8Array): Hash
  hmac(key: Uint8Array, bytes: Uint8Array): Bytes
  /** SHA-256 of many bytes, away from the main thread where that can be. */
  digest(bytes: Uint8Array): Promise<Hash>
  /** Null where there are no files. */
  readonly hashInto: HashInto | null
  /** SHA-256 of what arrives piece by piece. */
  running(): { update(bytes: Uint8Array): void; done(): Hash }
  /** Null where the platform knows no Ed25519. `key` and `signature` have their right lengths. */
  ed25519(): Promise<Ed25519 | null>
  /** Null where the platform knows no X25519. */
  x25519(): Promise<X25519 | null>
}

/** A place in an open file, and what stands there before the bytes: the mark, with room for their 32 bytes of hash at `hashAt`. */
export interface HashedPlace {
  readonly fd: number
  readonly position: number
  readonly mark: Uint8Array
  readonly hashAt: number
}

/**
 * Hashes the pieces, then writes mark and pieces to their place, by another thread. The pieces are given away: each has memory of its
 * own, and none can be read afterwards.
 */
export type HashInto = (pieces: readonly Uint8Array<ArrayBuffer>[], place: HashedPlace) => Promise<Hash>

/** `secret` and `point` have 32 bytes. Null where the platform refuses the product, as it may where nothing secret is shared. */
export type X25519 = (secret: Uint8Array) => (point: Uint8Array) => Promise<Bytes | null>

export interface Ed25519 {
  /** False also for a key that is no point. */
  verify(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>
  /** `seed` is imported once. */
  signer(seed: Uint8Array): (message: Uint8Array) => Promise<Bytes>
}

/** Keys seen last: ten thousand cards are signed by some tens of members. */
const KEYS = 256
const keys = new Map<string, ReturnType<typeof crypto.subtle.importKey>>()

function publicKey(bytes: Uint8Array): ReturnType<typeof crypto.subtle.importKey> {
  const name = toHex(bytes)
  const held = keys.get(name)
  if (held !== undefined) return held
  const made = crypto.subtle.importKey("raw", bytes as Bytes, "Ed25519", false, ["verify"])
  made.catch(() => keys.delete(name))
  const oldest = keys.keys().next()
  if (keys.size >= KEYS && !oldest.done) keys.delete(oldest.value)
  keys.set(name, made)
  return made
}

const webcrypto: Ed25519 = {
  async verify(key, message, signature) {
    try {
      return await crypto.subtle.verify("Ed25519", await publicKey(key), signature as Bytes, message as Bytes)
    } catch {
      return false
    }
  },
  signer(seed) {
    const imported = crypto.subtle.importKey("pkcs8", concat(beforeEd25519, seed), "Ed25519", false, ["sign"])
    return async (message) => new Uint8Array(await crypto.subtle.sign("Ed25519", await imported, message as Bytes))
  },
}

const multiply: X25519 = (secret) => {
  const imported = crypto.subtle.importKey("pkcs8", concat(beforeX25519, secret), "X25519", false, ["deriveBits"])
  return async (point) => {
    const other = await crypto.subtle.importKey("raw", point as Bytes, "X25519", true, [])
    const mine = await imported
    try {
      return new Uint8Array(await crypto.subtle.deriveBits({ name: "X25519", public: other }, mine, 256))
    } catch {
      return null
    }
  }
}

let known: Promise<Ed25519 | null> | null = null
let knownX25519: Promise<X25519 | null> | null = null

export const native: Native = {
  sha256: (bytes) => sha256(bytes) as Bytes,
  hash: (bytes) => hashFromBytes(sha256(bytes)),
  hmac: (key, bytes) => hmac(sha256, key, bytes) as Bytes,
  digest: async (bytes) => hashFromBytes(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Bytes))),
  hashInto: null,
  running() {
    const state = sha256.create()
    return { update: (bytes) => void state.update(bytes), done: () => hashFromBytes(state.digest()) }
  },
  /** Whether WebCrypto knows Ed25519 here is asked once. */
  ed25519: () =>
    (known ??= crypto.subtle
      .importKey("raw", ed25519.getPublicKey(new Uint8Array(32)) as Bytes, "Ed25519", false, ["verify"])
      .then(() => webcrypto)
      .catch(() => null)),
  x25519: () =>
    (knownX25519 ??= multiply(new Uint8Array(32).fill(1))(basePoint)
      .then((product) => (product === null ? null : multiply))
      .catch(() => null)),
}
