// AES-256-GCM with a fresh random nonce at every seal, re-seals included. A counter nonce with "409, seal again" would hand the
// server two texts under one nonce.
import { type Bytes, concat } from "@safe-conduct/wire"
import { randomBytes } from "./hash.ts"

const NONCE = 12

type Imported = ReturnType<typeof crypto.subtle.importKey>

/** A key is imported once and forgotten with the bytes it was made of. */
const known = new WeakMap<Uint8Array, Imported>()
function imported(key: Uint8Array): Imported {
  let made = known.get(key)
  if (made === undefined) known.set(key, (made = crypto.subtle.importKey("raw", key as Bytes, "AES-GCM", false, ["encrypt", "decrypt"])))
  return made
}

/** 12 random bytes ‖ ciphertext ‖ tag. */
export async function aeadSeal(key: Uint8Array, plain: Uint8Array, aad: Uint8Array): Promise<Bytes> {
  const iv = randomBytes(NONCE)
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: aad as Bytes }, await imported(key), plain as Bytes)
  return concat(iv, new Uint8Array(sealed))
}

/** The plain bytes, or null when anything differs: key, bytes or what they are bound to. */
export async function aeadOpen(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Promise<Bytes | null> {
  if (sealed.length < NONCE + 16) return null
  try {
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: sealed.subarray(0, NONCE) as Bytes, additionalData: aad as Bytes },
      await imported(key),
      sealed.subarray(NONCE) as Bytes,
    )
    return new Uint8Array(plain)
  } catch {
    return null
  }
}
