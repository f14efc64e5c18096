// Signatures that passkeys make: ECDSA on P-256 by WebCrypto after a strict reading of its DER, Ed25519 by the one rule of sign.ts,
// RSA with its exponent fixed. A key that some clients read and others do not would make them fork.
import { type Bytes, type PublicKey, concat, fromBase64, toBase64, toHex } from "@safe-conduct/wire"
import { toBase64url } from "../base64url.ts"
import { verifySignature } from "./sign.ts"

/** SEQUENCE of two positive INTEGERs, minimally written, as 32 bytes each; null for any other spelling. */
export function rawEcdsa(der: Uint8Array): Bytes | null {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return null
  const parts: Bytes[] = []
  let at = 2
  for (let n = 0; n < 2; n++) {
    const length = der[at + 1] as number
    const from = at + 2
    if (der[at] !== 0x02 || !(length >= 1 && length <= 33) || from + length > der.length) return null
    const number = der.subarray(from, from + length)
    const [first, second] = [number[0] as number, number[1] ?? 0]
    if (first >= 128 || (first === 0 && (length === 1 || second < 128)) || (length === 33 && first !== 0)) return null
    const bare = first === 0 ? number.subarray(1) : number
    parts.push(concat(new Uint8Array(32 - bare.length), bare))
    at = from + length
  }
  return at === der.length ? concat(...parts) : null
}

/** `key` is base64 of the bare bytes (passkey/cose.ts). Never throws: what cannot be read is not valid. */
export async function verifyPasskeySignature(
  { alg, key }: { readonly alg: "ES256" | "EdDSA" | "RS256"; readonly key: string },
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  try {
    const bytes = fromBase64(key)
    if (alg === "EdDSA") return await verifySignature(toHex(bytes) as PublicKey, message, toBase64(signature))
    if (alg === "ES256") {
      const raw = rawEcdsa(signature)
      if (raw === null || bytes.length !== 64) return false
      const point = concat(new Uint8Array([4]), bytes)
      const imported = await crypto.subtle.importKey("raw", point, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"])
      return await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, imported, raw, message as Bytes)
    }
    if (bytes.length < 256 || bytes.length > 512 || signature.length !== bytes.length || (bytes[0] as number) < 128) return false
    const jwk = { kty: "RSA", n: toBase64url(bytes), e: "AQAB", alg: "RS256", ext: true }
    const imported = await crypto.subtle.importKey("jwk", jwk, { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }, false, ["verify"])
    return await crypto.subtle.verify("RSASSA-PKCS1-v1_5", imported, signature as Bytes, message as Bytes)
  } catch {
    return false
  }
}
