// What a sealed request says about each file sent beside it: enough to fetch, open and verify it to the last byte.
import * as v from "valibot"

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0))

export const SealedFile = v.strictObject({
  /** The stored object's id: 26 letters of base32, the last of which carries three bits. */
  id: v.pipe(v.string(), v.regex(/^[a-z2-7]{25}[aeimquy4]$/, "file-id-malformed")),
  name: v.pipe(v.string(), v.maxLength(255, "too-long")),
  /** Media type as the browser says it; a hint, never trusted for opening. */
  type: v.pipe(v.string(), v.maxLength(127, "too-long")),
  /** The true length before padding. */
  bytes: wholeNumber,
  /** Of the true bytes, in hexadecimal. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "sha256-malformed")),
  parts: v.pipe(wholeNumber, v.minValue(1), v.maxValue(4096)),
  /** Plain bytes in every part but the last, before sealing. */
  partBytes: v.pipe(wholeNumber, v.minValue(1)),
  /** The one-time age identity that opens every part of this file and nothing else. */
  secret: v.pipe(v.string(), v.startsWith("AGE-SECRET-KEY-", "secret-malformed"), v.maxLength(200, "too-long")),
  caption: v.optional(v.pipe(v.string(), v.maxLength(500, "too-long"))),
})
export type SealedFile = v.InferOutput<typeof SealedFile>
