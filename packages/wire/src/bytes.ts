// The few byte operations that every signed layout is made of: fixed-width numbers, PAE, and the text forms of bytes.
// PAE(label, p1…pn) = ASCII(label) ‖ 00 ‖ for each part: u32be(length) ‖ part. No layout of ours is JSON.

export type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/** UTF-8 bytes of a text. */
export const utf8 = (text: string): Bytes => encoder.encode(text)

/** The text of UTF-8 bytes; throws on bytes that are not UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes)

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Four bytes, big-endian. Throws outside 0 … 2³²−1: such a number is a bug, never input. */
export function u32be(n: number): Bytes {
  if (!Number.isInteger(n) || n < 0 || n > 0xffff_ffff) throw new RangeError(`not a u32: ${n}`)
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, n)
  return bytes
}

/** Eight bytes, big-endian; safe integers only. */
export function u64be(n: number): Bytes {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a u64 that we can hold: ${n}`)
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(n))
  return bytes
}

export function pae(label: string, ...parts: readonly Uint8Array[]): Bytes {
  return concat(utf8(label), new Uint8Array(1), ...parts.flatMap((part) => [u32be(part.length), part]))
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number)
  return difference === 0
}

export const startsWith = (bytes: Uint8Array, prefix: Uint8Array): boolean =>
  bytes.length >= prefix.length && equalBytes(bytes.subarray(0, prefix.length), prefix)

const hexOf = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"))

export function toHex(bytes: Uint8Array): string {
  let text = ""
  for (const byte of bytes) text += hexOf[byte]
  return text
}

/** Bytes of lower-case hex; throws on anything else. */
export function fromHex(text: string): Bytes {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new TypeError("not lower-case hex")
  const bytes = new Uint8Array(text.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16)
  return bytes
}

const base64Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
const base64Value = new Int16Array(128).fill(-1)
for (let i = 0; i < 64; i++) base64Value[base64Letters.charCodeAt(i)] = i

/** Standard base64 with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i
    const n = ((bytes[i] as number) << 16) | ((left > 1 ? (bytes[i + 1] as number) : 0) << 8) | (left > 2 ? (bytes[i + 2] as number) : 0)
    pieces.push(
      base64Letters[n >> 18] as string,
      base64Letters[(n >> 12) & 63] as string,
      left > 1 ? (base64Letters[(n >> 6) & 63] as string) : "=",
      left > 2 ? (base64Letters[n & 63] as string) : "=",
    )
  }
  return pieces.join("")
}

/** Bytes of canonical padded base64; throws on anything else, so that one body has one text form. */
export function fromBase64(text: string): Bytes {
  if (text.length % 4 !== 0) throw new TypeError("not base64")
  const pad = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - pad)
  let at = 0
  for (let i = 0; i < text.length; i += 4) {
    const last = i + 4 === text.length
    let n = 0
    for (let j = 0; j < 4; j++) {
      const code = text.charCodeAt(i + j)
      const value = last && j >= 4 - pad ? (code === 61 ? 0 : -1) : code < 128 ? (base64Value[code] as number) : -1
      if (value < 0) throw new TypeError("not base64")
      n = (n << 6) | value
    }
    if (last && ((pad === 2 && (n & 0xffff) !== 0) || (pad === 1 && (n & 0xff) !== 0))) throw new TypeError("base64 with stray bits")
    bytes[at++] = n >> 16
    if (at < bytes.length) bytes[at++] = (n >> 8) & 255
    if (at < bytes.length) bytes[at++] = n & 255
  }
  return bytes
}
