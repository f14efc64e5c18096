// A server says to a browser's push service who it is (RFC 8292): a token for that service alone, of some hours, signed with a key that the
// browser was shown when its owner agreed. Nothing else is signed with it, and nothing is encrypted: our notices have no body.
import { fromBase64, toBase64, utf8 } from "@safe-conduct/wire"
import { fromBase64url, toBase64url } from "../base64url.ts"

const CURVE = { name: "ECDSA", namedCurve: "P-256" } as const
const SIGN = { name: "ECDSA", hash: "SHA-256" } as const
/** Services take a day at most. */
const SECONDS = 12 * 3600

export interface PushSigning {
  /** What a browser is shown: the point, uncompressed, base64url. */
  readonly publicKey: string
  /** The value of `authorization` for a service. `contact`: mailto: or https:, whom the service may ask. */
  authorization(audience: string, contact: string, now: number): Promise<string>
}

/** PKCS#8 in base64: what stands in the file. */
export async function newPushKey(): Promise<string> {
  const { privateKey } = await crypto.subtle.generateKey(CURVE, true, ["sign", "verify"])
  return toBase64(new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey)))
}

/** Null where the text is no such key. */
export async function pushSigning(text: string): Promise<PushSigning | null> {
  let key: Awaited<ReturnType<typeof crypto.subtle.importKey>>
  let publicKey: string
  try {
    key = await crypto.subtle.importKey("pkcs8", fromBase64(text.trim()), CURVE, true, ["sign"])
    const { x, y } = (await crypto.subtle.exportKey("jwk", key)) as { readonly x: string; readonly y: string }
    publicKey = toBase64url(Uint8Array.of(4, ...fromBase64url(x), ...fromBase64url(y)))
  } catch {
    return null
  }
  return {
    publicKey,
    async authorization(audience, contact, now) {
      const claims = { aud: audience, exp: Math.floor(now / 1000) + SECONDS, sub: contact }
      const signed = [{ typ: "JWT", alg: "ES256" }, claims].map((part) => toBase64url(utf8(JSON.stringify(part)))).join(".")
      const signature = new Uint8Array(await crypto.subtle.sign(SIGN, key, utf8(signed)))
      return `vapid t=${signed}.${toBase64url(signature)}, k=${publicKey}`
    },
  }
}
