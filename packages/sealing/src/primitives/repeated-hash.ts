// SHA-256 of short bytes a few hundred thousand times over: one state and one answer for all of them, since what a try costs beside
// the hash itself is making those anew. The library's own, on every platform: handing 52 bytes to node:crypto takes longer.
import { sha256 } from "@noble/hashes/sha2.js"

/** The answer is the same array each time, overwritten by the next call. */
export function repeatedSha256(): (bytes: Uint8Array) => Uint8Array {
  const fresh = sha256.create()
  const state = sha256.create()
  const answer = new Uint8Array(32)
  return (bytes) => {
    fresh._cloneInto(state).update(bytes).digestInto(answer)
    return answer
  }
}
