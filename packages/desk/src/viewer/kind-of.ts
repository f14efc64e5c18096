// What a file is by its own first bytes, not by what its name or its sender says.
import { type Encoding, encodingOf } from "./encoding-of.ts"
import type { ShownKind } from "./vocabulary.ts"

export interface Kind {
  readonly kind: ShownKind | "other"
  /** MIME type, as far as it is shown here. */
  readonly type: string
  /** For text alone. */
  readonly encoding?: Encoding
}

const starts = (bytes: Uint8Array, ...hex: readonly number[]): boolean => hex.every((byte, at) => bytes[at] === byte)
const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))

export function kindOf(bytes: Uint8Array): Kind {
  const is = (kind: Kind["kind"], type: string): Kind => ({ kind, type })
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return is("image", "image/png")
  if (starts(bytes, 0xff, 0xd8, 0xff)) return is("image", "image/jpeg")
  if (ascii(bytes, 0, 4) === "GIF8") return is("image", "image/gif")
  const riff = ascii(bytes, 0, 4) === "RIFF" ? ascii(bytes, 8, 12) : ""
  if (riff === "WEBP") return is("image", "image/webp")
  if (riff === "WAVE") return is("audio", "audio/wav")
  if (ascii(bytes, 0, 1024).includes("%PDF-")) return is("pdf", "application/pdf")
  if (ascii(bytes, 0, 4) === "OggS") return is("audio", "audio/ogg")
  if (ascii(bytes, 0, 3) === "ID3" || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return is("audio", "audio/mpeg")
  if (starts(bytes, 0x1a, 0x45, 0xdf, 0xa3)) return is("video", "video/webm")
  if (ascii(bytes, 4, 8) === "ftyp") return byBrand(ascii(bytes, 8, 12))
  const encoding = encodingOf(bytes)
  return encoding === null ? is("other", "application/octet-stream") : { kind: "text", type: "text/plain", encoding }
}

function byBrand(brand: string): Kind {
  if (/^(avif|avis)$/.test(brand)) return { kind: "image", type: "image/avif" }
  if (/^(heic|heix|hevc|heim|heis|mif1|msf1)$/.test(brand)) return { kind: "image", type: "image/heic" }
  if (/^M4A|^M4B/.test(brand)) return { kind: "audio", type: "audio/mp4" }
  return { kind: "video", type: brand === "qt  " ? "video/quicktime" : "video/mp4" }
}

/** The first bytes, two letters each: enough to see what a file is that is not opened. */
export const firstBytes = (bytes: Uint8Array): string =>
  [...bytes.subarray(0, 64)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ")
