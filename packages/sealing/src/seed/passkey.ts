// Seeds under a passkey: the authenticator answers a fixed question with 32 bytes that only it can make (WebAuthn's PRF). Key and
// place of the wrap come from those bytes and from the credential's id, so the server learns no credential and has no list to search.
import { type Bytes, type Id, fromBase64, idBytes, idFromBytes, labels, pae, passkeyPrfBytes, toBase64, utf8 } from "@safe-conduct/wire"
import { aeadOpen, aeadSeal } from "../primitives/aead.ts"
import { derive, sha256 } from "../primitives/hash.ts"
import type { Seeds } from "./member-keys.ts"
import { type Located, type Wrapped, readWrapped, writeWrapped } from "./wrapped.ts"

/** The question that is put to every authenticator at this desk: one for all, since at the door nobody is known yet. */
export const passkeyQuestion = (desk: Id): Bytes => sha256(passkeyPrfBytes(desk))

/** What an authenticator knows a member by: the same for all her passkeys, so that a new one takes the place of a dead one; no id of hers. */
export const passkeyUser = (desk: Id, seeds: Seeds): Bytes => derive(seeds.open, desk, labels.passkeyUser, 16)

/** `answer`: 32 bytes of the authenticator. `credential`: its id, 16 to 1,023 bytes. Null where they are not that. */
export function locateByPasskey(answer: Uint8Array, credential: Uint8Array, desk: Id): Located | null {
  if (answer.length !== 32 || credential.length < 16 || credential.length > 1023) return null
  return {
    locator: idFromBytes(derive(answer, desk, labels.passkeyLocator, 16, credential)),
    key: derive(answer, desk, labels.passkeyKey, 32, credential),
  }
}

const aad = (locator: Id, rpId: string): Bytes => pae(labels.passkeyWrapAad, idBytes(locator), utf8(rpId))

/** `w.rpId` is the host name at which the passkey was made: it opens there and nowhere else. */
export async function wrapUnderPasskey(located: Located, w: Wrapped): Promise<{ locator: Id; blob: string }> {
  if (w.rpId === "") throw new RangeError("a passkey answers to a host name")
  return { locator: located.locator, blob: toBase64(await aeadSeal(located.key, writeWrapped(w), aad(located.locator, w.rpId))) }
}

/** Null when the blob is not ours, was altered, or was made at another host name. */
export async function unwrapByPasskey(located: Located, desk: Id, rpId: string, blob: string): Promise<Wrapped | null> {
  let sealed: Bytes
  try {
    sealed = fromBase64(blob)
  } catch {
    return null
  }
  const plain = await aeadOpen(located.key, sealed, aad(located.locator, rpId))
  const wrapped = plain === null ? null : readWrapped(plain, desk)
  return wrapped?.rpId === rpId ? wrapped : null
}
