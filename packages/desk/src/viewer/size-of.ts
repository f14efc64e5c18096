// How many pixels a picture says it has, read from its first bytes before anything decodes it: a file of a few kilobytes can ask for
// gigabytes. Sources: PNG (ISO/IEC 15948) 11.2.2, JPEG (ITU-T T.81) B.2.2, GIF89a 18, RFC 9649 (WebP), ISO/IEC 23008-12 (`ispe`).
export interface Size {
  readonly width: number
  readonly height: number
}

/** The largest picture that is decoded: above what phones write, below what fills a laptop's memory (4 bytes a pixel). */
export const pixelLimit = 110_000_000
export const fits = ({ width, height }: Size): boolean =>
  width > 0 && height > 0 && width <= 65_535 && height <= 65_535 && width * height <= pixelLimit

export function sizeOf(bytes: Uint8Array, type: string): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    switch (type) {
      case "image/png":
        return { width: view.getUint32(16), height: view.getUint32(20) }
      case "image/gif":
        return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
      case "image/jpeg":
        return jpeg(view)
      case "image/webp":
        return webp(view)
      case "image/avif":
      case "image/heic":
        return boxes(view)
      default:
        return null
    }
  } catch (fault) {
    // Cut short: DataView says so by this.
    if (fault instanceof RangeError) return null
    throw fault
  }
}

/** Frame headers C0 to CF but for DHT, JPG and DAC. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** The largest frame header: a picture within the picture (a thumbnail) lies in a segment and is stepped over. */
function jpeg(view: DataView): Size | null {
  let largest: Size | null = null
  for (let at = 2; at + 4 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) {
      at++
      continue
    }
    const marker = view.getUint8(at + 1)
    if (marker === 0xff || marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (marker === 0xd9) break
    if (isFrame(marker)) {
      const found = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
      if (largest === null || found.width * found.height > largest.width * largest.height) largest = found
    }
    // After a scan's header come its entropy-coded bytes, which hold no marker but FF00 and RST: the loop steps through them.
    at += 2 + Math.max(2, view.getUint16(at + 2))
  }
  return largest
}

function webp(view: DataView): Size | null {
  const kind = view.getUint32(12)
  if (kind === 0x56503858) {
    const three = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
    return { width: 1 + three(24), height: 1 + three(27) }
  }
  if (kind === 0x5650384c) {
    const bits = view.getUint32(21, true)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  return kind === 0x56503820 ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff } : null
}

/** The largest extent that any image item of the file announces. */
function boxes(view: DataView): Size | null {
  let largest: Size | null = null
  const end = Math.min(view.byteLength - 16, 1_000_000)
  for (let at = 0; at <= end; at++) {
    if (view.getUint32(at) !== 0x69737065) continue
    const found = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (largest === null || found.width * found.height > largest.width * largest.height) largest = found
  }
  return largest
}
