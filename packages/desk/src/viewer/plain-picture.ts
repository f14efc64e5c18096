// Whether bytes are a JPEG or PNG of the plainest kind: pixels, and nothing that could tell where, when or with what they were taken.
// The working copy is made inside the frame, so it is believed only if it passes here. Sources: ITU-T T.81 B.1, JFIF 1.02; ISO/IEC 15948.
export type PictureType = "image/jpeg" | "image/png"

/** Null for anything that carries more than pixels. */
export function plainPicture(bytes: Uint8Array): PictureType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return plainJpeg(bytes) ? "image/jpeg" : null
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  return signature.every((byte, at) => bytes[at] === byte) && plainPng(bytes) ? "image/png" : null
}

/** Tables, one frame header of the common kinds, restart interval. */
const tables = new Set([0xdb, 0xc0, 0xc1, 0xc2, 0xc4, 0xdd])
const ascii = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((letter, n) => bytes[at + n] === letter.charCodeAt(0))

function plainJpeg(bytes: Uint8Array): boolean {
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return false
    const marker = bytes[at + 1] as number
    const length = ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number)
    if (marker === 0xda) {
      const end = endOfScan(bytes, at + 2 + length)
      if (end === null) return false
      if (bytes[end + 1] === 0xd9) return end + 2 === bytes.length
      at = end
      continue
    }
    // JFIF without a thumbnail, or a colour profile; the canvas of a browser writes no other.
    const jfif = marker === 0xe0 && length === 16 && ascii(bytes, at + 4, "JFIF\0")
    const colours = marker === 0xe2 && ascii(bytes, at + 4, "ICC_PROFILE\0")
    if (!jfif && !colours && !tables.has(marker)) return false
    at += 2 + length
  }
  return false
}

/** Where the next marker stands that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue
    const marker = bytes[at + 1] as number
    if (marker !== 0 && !(marker >= 0xd0 && marker <= 0xd7)) return at
  }
  return null
}

const chunks = new Set(["IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "cHRM", "cICP", "sBIT", "pHYs", "iCCP", "IDAT", "IEND"])

function plainPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (!chunks.has(name)) return false
    at += 12 + view.getUint32(at)
    if (name === "IEND") return at === bytes.length
  }
  return false
}
