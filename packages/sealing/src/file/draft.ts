// A draft or a sealed memory on one's own device: AES-GCM under a random key that stays on that device.
import { type Bytes, fromBase64, fromUtf8, toBase64, utf8 } from "@safe-conduct/wire"
import { aeadOpen, aeadSeal } from "../primitives/aead.ts"
import { randomBytes } from "../primitives/hash.ts"

/** Base64 of 32 random bytes. */
export type DraftKey = string & { readonly __draftKey: true }
export const newDraftKey = (): DraftKey => toBase64(randomBytes(32)) as DraftKey

export const sealDraft = (key: DraftKey, name: string, value: unknown): Promise<Bytes> =>
  aeadSeal(fromBase64(key), utf8(JSON.stringify(value)), utf8(name))

/** The value, or null when it does not open under this key and name. */
export async function openDraft(key: DraftKey, name: string, sealed: Uint8Array): Promise<unknown> {
  const plain = await aeadOpen(fromBase64(key), sealed, utf8(name))
  return plain ? JSON.parse(fromUtf8(plain)) : null
}
