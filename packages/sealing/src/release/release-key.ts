// The keys that may say "this is ours": they sign the number of a new edition and the manifest of a build. The secret part is made
// and kept outside this repository (docs/guides/release.md); only public parts stand here.
import { type PublicKey, releasePrintBytes, toHex } from "@safe-conduct/wire"
import { sha256 } from "../primitives/hash.ts"

/**
 * Every key that ever signed a release, the newest last. A line is added and never removed: an edition that was begun under an
 * earlier key goes on being in force. Empty until the first release; then nothing is signed, and no second edition can begin.
 */
export const releaseKeys: readonly PublicKey[] = []

/** The fingerprint in 8 groups of 4 hex letters, as people compare it by voice. */
export const releasePrintOf = (key: PublicKey): string =>
  (
    toHex(sha256(releasePrintBytes(key)))
      .slice(0, 32)
      .match(/.{4}/g) as string[]
  ).join("-")
