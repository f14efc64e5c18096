// What was half written when the screen locked: sealed under a key that only the member's next unlock brings back.
import { type Bytes, type Id, fromBase64, fromUtf8, idBytes, labels, pae, toBase64, utf8 } from "@safe-conduct/wire"
import { aeadOpen, aeadSeal } from "../primitives/aead.ts"
import { derive } from "../primitives/hash.ts"
import type { Seeds } from "./member-keys.ts"

const keyOf = (desk: Id, member: Id, seeds: Seeds): Bytes => derive(seeds.open, desk, labels.lockedKey, 32, idBytes(member))
const aad = (desk: Id, member: Id): Bytes => pae(labels.lockedAad, idBytes(desk), idBytes(member))

export async function sealLocked(desk: Id, member: Id, seeds: Seeds, notes: unknown): Promise<string> {
  return toBase64(await aeadSeal(keyOf(desk, member, seeds), utf8(JSON.stringify(notes)), aad(desk, member)))
}

/** Null when another member locked it, or the bytes differ. */
export async function openLocked(desk: Id, member: Id, seeds: Seeds, sealed: string): Promise<{ readonly notes: unknown } | null> {
  let bytes: Bytes
  try {
    bytes = fromBase64(sealed)
  } catch {
    return null
  }
  const plain = await aeadOpen(keyOf(desk, member, seeds), bytes, aad(desk, member))
  return plain === null ? null : { notes: JSON.parse(fromUtf8(plain)) as unknown }
}
