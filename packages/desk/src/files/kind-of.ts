// What a file is by its own first bytes, not by what its name or its sender says.
export type FileKind = "image" | "pdf" | "audio" | "video" | "text" | "other"

const starts = (bytes: Uint8Array, ...hex: readonly number[]): boolean => hex.every((byte, at) => bytes[at] === byte)
const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))

export function kindOf(bytes: Uint8Array): { readonly kind: FileKind; readonly type: string } {
  const is = (kind: FileKind, type: string) => ({ kind, type })
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
  return isText(bytes) ? is("text", "text/plain") : is("other", "application/octet-stream")
}

function byBrand(brand: string): { readonly kind: FileKind; readonly type: string } {
  if (/^(avif|avis)$/.test(brand)) return { kind: "image", type: "image/avif" }
  if (/^(heic|heix|hevc|mif1|msf1)$/.test(brand)) return { kind: "image", type: "image/heic" }
  if (/^M4A|^M4B/.test(brand)) return { kind: "audio", type: "audio/mp4" }
  return { kind: "video", type: brand === "qt  " ? "video/quicktime" : "video/mp4" }
}

const textLimit = 2_000_000

/** Plain UTF-8 with no control characters; markup is text too, since it is only ever shown as such. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.length > textLimit) return false
  try {
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    return !/[\u0000-\u0008\u000e-\u001f]/.test(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}
