// Padding: u32 length ‖ bytes ‖ zeros up to the bucket, so that a size says little.
import { type Bytes, concat, u32be } from "@safe-conduct/wire"

/** `bucket` gives the whole padded size; null when it does not fit. */
export function pad(plain: Uint8Array, bucket: (length: number) => number | null): Bytes | null {
  const size = bucket(plain.length + 4)
  return size === null ? null : concat(u32be(plain.length), plain, new Uint8Array(size - plain.length - 4))
}

/** The bytes inside, or null when the length does not fit or the rest is not zero. */
export function unpad(padded: Uint8Array): Bytes | null {
  if (padded.length < 4) return null
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  if (length > padded.length - 4) return null
  for (let i = 4 + length; i < padded.length; i++) if (padded[i] !== 0) return null
  return padded.slice(4, 4 + length) as Bytes
}
