// Base64 as WebAuthn and JSON Web Keys spell it: two other letters and no padding.
import { type Bytes, fromBase64, toBase64 } from "@safe-conduct/wire"

export const toBase64url = (bytes: Uint8Array): string => toBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")

/** Throws on what is no base64. */
export function fromBase64url(text: string): Bytes {
  const plain = text.replace(/-/g, "+").replace(/_/g, "/")
  return fromBase64(plain.padEnd(Math.ceil(plain.length / 4) * 4, "="))
}
