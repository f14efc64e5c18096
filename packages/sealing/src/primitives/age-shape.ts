// What an age header is, read strictly and without opening it: the server refuses everything but hybrid files by this alone.
import { fromUtf8 } from "@safe-conduct/wire"

/** No header that the product writes or takes is longer. */
export const MAX_AGE_HEADER = 64 * 1024
const version = "age-encryption.org/v1"

/**
 * What an age header is, read strictly and without opening: `hybrid` when every stanza is mlkem768x25519 of the right size,
 * `mixed` when another kind stands among them, `other` for other ages, `none` when it is no age file.
 */
export function ageShape(bytes: Uint8Array): "hybrid" | "mixed" | "other" | "none" {
  const end = headerEnd(bytes)
  if (end === -1) return "none"
  let lines: string[]
  try {
    lines = fromUtf8(bytes.subarray(0, end)).split("\n")
  } catch {
    return "none"
  }
  if (lines[0] !== version) return "none"
  let hybrid = 0
  let others = 0
  let at = 1
  while (lines[at]?.startsWith("-> ")) {
    const [kind, share, ...more] = (lines[at] as string).slice(3).split(" ")
    at++
    let letters = 0
    for (;;) {
      const line = lines[at++]
      if (line === undefined || line.length > 64 || !/^[A-Za-z0-9+/]*$/.test(line)) return "none"
      letters += line.length
      if (line.length < 64) break
    }
    if (kind === "mlkem768x25519" && share?.length === 1494 && more.length === 0 && letters === 43) hybrid++
    else others++
  }
  if (!/^--- [A-Za-z0-9+/]{43}$/.test(lines[at] ?? "") || at !== lines.length - 1) return "none"
  if (hybrid === 0) return "other"
  return others === 0 ? "hybrid" : "mixed"
}

/** Index of the newline that ends the "--- MAC" line, or -1. */
function headerEnd(bytes: Uint8Array): number {
  const limit = Math.min(bytes.length, MAX_AGE_HEADER)
  for (let i = 0; i + 4 < limit; i++) {
    if (bytes[i] !== 10 || bytes[i + 1] !== 45 || bytes[i + 2] !== 45 || bytes[i + 3] !== 45) continue
    const newline = bytes.subarray(i + 1, limit).indexOf(10)
    return newline === -1 ? -1 : i + 1 + newline
  }
  return -1
}
