// A touch, checked: the passkey that the member certified signed this very approval, at this desk's own address, with somebody there
// who was recognised. A stolen session can write as her; without her finger it cannot make one of these.
import {
  type ApprovalPlace,
  type Bytes,
  type Refusal,
  approvalBytes,
  concat,
  equalBytes,
  fromBase64,
  fromUtf8,
  refuse,
  toBase64,
  utf8,
} from "@safe-conduct/wire"
import * as v from "valibot"
import { toBase64url } from "../base64url.ts"
import { sha256 } from "../primitives/hash.ts"
import { verifyPasskeySignature } from "../primitives/passkey-signature.ts"
import { readAuthenticatorData } from "./authenticator-data.ts"
import type { PasskeyKey } from "./cose.ts"

const base64 = v.pipe(v.string(), v.maxLength(6000))

/** The authenticator's answer; everything in base64. */
export const Assertion = v.strictObject({
  credential: base64,
  authenticatorData: base64,
  client: base64,
  signature: base64,
})
export type Assertion = v.InferOutput<typeof Assertion>

/** A passkey as its member certified it. */
export interface CertifiedPasskey extends PasskeyKey {
  readonly credential: string
  /** The host name it was made at. */
  readonly rpId: string
}

/** 32 bytes for the authenticator: they stand for one approval and no other. */
export const approvalChallenge = (place: ApprovalPlace): Bytes => sha256(approvalBytes(place))

/** An origin of exactly this host: never a subdomain, never plain HTTP but on one's own machine. */
export function isOriginOf(rpId: string, origin: unknown): boolean {
  if (typeof origin !== "string") return false
  const found = /^(https?):\/\/([a-z0-9.-]+)(?::\d{1,5})?$/.exec(origin)
  return found !== null && found[2] === rpId && (found[1] === "https" || rpId === "localhost")
}

function readClient(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const json: unknown = JSON.parse(fromUtf8(bytes))
    return typeof json === "object" && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function bytesOf(given: Assertion): { readonly data: Bytes; readonly client: Bytes; readonly signature: Bytes } | null {
  try {
    return { data: fromBase64(given.authenticatorData), client: fromBase64(given.client), signature: fromBase64(given.signature) }
  } catch {
    return null
  }
}

/** Null when this passkey was touched for exactly this challenge. */
export async function checkAssertion(challenge: Bytes, by: CertifiedPasskey, given: Assertion): Promise<Refusal | null> {
  const bytes = bytesOf(given)
  const data = bytes === null ? null : readAuthenticatorData(bytes.data)
  const client = bytes === null ? null : readClient(bytes.client)
  if (bytes === null || data === null || client === null) return refuse("touch-unreadable", "The passkey's answer cannot be read.")
  if (given.credential !== by.credential) return refuse("touch-other-passkey", "Another passkey answered.")
  if (client["type"] !== "webauthn.get" || client["challenge"] !== toBase64url(challenge))
    return refuse("touch-other-challenge", "The passkey was touched for something else.")
  const own = isOriginOf(by.rpId, client["origin"]) && (client["crossOrigin"] ?? false) === false && client["topOrigin"] === undefined
  if (!own || !equalBytes(data.rpIdHash, sha256(utf8(by.rpId))))
    return refuse("touch-other-address", "The passkey was touched at another address.")
  if (!data.present || !data.verified) return refuse("touch-not-verified", "The passkey did not recognise who touched it.")
  const signed = concat(bytes.data, sha256(bytes.client))
  return (await verifyPasskeySignature(by, signed, bytes.signature))
    ? null
    : refuse("touch-bad-signature", "The passkey's signature does not hold.")
}

/** A passkey just made, from the authenticator's own words: its id, its key, and that somebody was recognised at this host. */
export function readMadePasskey(authenticatorData: Uint8Array, rpId: string): CertifiedPasskey | Refusal {
  const data = readAuthenticatorData(authenticatorData)
  if (data === null || data.made === null) return refuse("touch-unreadable", "The passkey's answer cannot be read.")
  if (!equalBytes(data.rpIdHash, sha256(utf8(rpId)))) return refuse("touch-other-address", "The passkey was touched at another address.")
  if (!data.present || !data.verified) return refuse("touch-not-verified", "The passkey did not recognise who touched it.")
  return { credential: toBase64(data.made.credential), rpId, ...data.made.key }
}
