// What an authenticator says of itself in every answer (WebAuthn level 3, section 6.1): for which host, whether someone touched it and
// was recognised, and, when a passkey was just made, its id and public key.
import { type Bytes, toBase64 } from "@safe-conduct/wire"
import { type PasskeyKey, readCose } from "./cose.ts"

export interface AuthenticatorData {
  /** SHA-256 of the host name. */
  readonly rpIdHash: Bytes
  /** Someone touched it. */
  readonly present: boolean
  /** Someone was recognised: by a finger, a face or a PIN. */
  readonly verified: boolean
  readonly made: { readonly credential: Bytes; readonly key: PasskeyKey } | null
}

/** Null when the bytes are not such data, whole. Extensions at the end are passed over: what they say is not needed. */
export function readAuthenticatorData(bytes: Uint8Array): AuthenticatorData | null {
  if (bytes.length < 37 || bytes.length > 4096) return null
  const flags = bytes[32] as number
  const said = { rpIdHash: bytes.slice(0, 32) as Bytes, present: (flags & 1) !== 0, verified: (flags & 4) !== 0 }
  const extended = (flags & 128) !== 0
  if ((flags & 64) === 0) return extended || bytes.length === 37 ? { ...said, made: null } : null
  if (bytes.length < 55) return null
  const length = ((bytes[53] as number) << 8) | (bytes[54] as number)
  if (length < 16 || length > 1023 || bytes.length < 55 + length) return null
  const cose = readCose(bytes, 55 + length)
  if (cose === null || (cose.end !== bytes.length && !extended)) return null
  return { ...said, made: { credential: bytes.slice(55, 55 + length) as Bytes, key: { alg: cose.alg, key: toBase64(cose.key) } } }
}
