// Files: a one-time identity each, its secret in the sealed manifest; every 1 MiB part is a complete age file, so an upload can
// resume anywhere. Sizes are padded; the true length and hash are in the manifest and are checked before anything is shown.
import { type Bytes, type Hash, PART, type Recipient, concat, partBucket } from "@safe-conduct/wire"
import { type Identity, ageOpen, ageSeal, identityFromSeed, recipientOf } from "../primitives/age.ts"
import { randomBytes, runningHash } from "../primitives/hash.ts"

export const partsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / PART))

export async function newFileSecret(): Promise<{ secret: Identity; recipient: Recipient }> {
  const secret = identityFromSeed(randomBytes(32))
  return { secret, recipient: await recipientOf(secret) }
}

/** `bytes` are this part's own; `parts` how many the file has in all. */
export function sealPart(recipient: Recipient, bytes: Uint8Array, parts: number): Promise<Bytes> {
  const size = partBucket(bytes.length, parts)
  return ageSeal([recipient], bytes.length === size ? bytes : concat(bytes, new Uint8Array(size - bytes.length)))
}

/** One part with its padding, verified to its end; null when it does not open. */
export const openPart = (secret: Identity, sealed: Uint8Array): Promise<Bytes | null> => ageOpen(secret, sealed)

/** The whole file from its sealed parts, only once length and hash hold. `next` gives part n as stored. */
export async function openFile(
  file: { readonly bytes: number; readonly sha256: Hash; readonly secret: Identity },
  next: (part: number) => Promise<Uint8Array>,
): Promise<Bytes | null> {
  const whole = new Uint8Array(file.bytes)
  const hash = runningHash()
  let at = 0
  for (let part = 0; part < partsOf(file.bytes); part++) {
    const opened = await openPart(file.secret, await next(part))
    if (!opened) return null
    const own = opened.subarray(0, Math.min(opened.length, file.bytes - at))
    whole.set(own, at)
    hash.update(own)
    at += own.length
  }
  return at === file.bytes && hash.done() === file.sha256 ? whole : null
}
