// A new edition of the rules begins only under the release key's own signature over its number: no member, and no server, can make
// other people's clients judge by rules that nobody published, or stop them by naming a number that does not exist.
import { type PublicKey, editionBytes } from "@safe-conduct/wire"
import { type Signing, verifySignature } from "../primitives/sign.ts"

export const signEdition = (signing: Signing, edition: number): Promise<string> => signing.sign(editionBytes(edition))

/** Whether one of these keys signed this number. Never throws: what cannot be read is not signed. */
export async function editionSigned(keys: readonly PublicKey[], edition: unknown, signature: unknown): Promise<boolean> {
  if (typeof edition !== "number" || !Number.isInteger(edition) || edition < 0 || edition > 0xffff_ffff) return false
  if (typeof signature !== "string") return false
  for (const key of keys) if (await verifySignature(key, editionBytes(edition), signature)) return true
  return false
}
