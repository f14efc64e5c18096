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

/** Byte by byte: a DataView for each number costs more than all the rest of a layout. */
function putU32(bytes: Bytes, at: number, n: number): void {
  bytes[at] = n >>> 24
  bytes[at + 1] = n >>> 16
  bytes[at + 2] = n >>> 8
  bytes[at + 3] = n
}

/** Four bytes, big-endian. Throws outside 0 … 2³²−1: such a number is a bug, never input. */
export function u32be(n: number): Bytes {
  if (!Number.isInteger(n) || n < 0 || n > 0xffff_ffff) throw new RangeError(`not a u32: ${n}`)
  const bytes = new Uint8Array(4)
  putU32(bytes, 0, n)
  return bytes
}

/** Eight bytes, big-endian; safe integers only. */
export function u64be(n: number): Bytes {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a u64 that we can hold: ${n}`)
  const bytes = new Uint8Array(8)
  putU32(bytes, 0, Math.floor(n / 2 ** 32))
  putU32(bytes, 4, n % 2 ** 32)
  return bytes
}

/** Labels are few and stand before every layout: their bytes are made once. */
const named = new Map<string, Bytes>()
function labelBytes(label: string): Bytes {
  let bytes = named.get(label)
  if (bytes === undefined) named.set(label, (bytes = utf8(label)))
  return bytes
}

export function pae(label: string, ...parts: readonly Uint8Array[]): Bytes {
  const name = labelBytes(label)
  let size = name.length + 1
  for (const part of parts) size += 4 + part.length
  const whole = new Uint8Array(size)
  whole.set(name)
  let at = name.length + 1
  for (const part of parts) {
    putU32(whole, at, part.length)
    whole.set(part, at + 4)
    at += 4 + part.length
  }
  return whole
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

const hexValue = new Int16Array(128).fill(-1)
for (let i = 0; i < 16; i++) hexValue[i.toString(16).charCodeAt(0)] = i

export function toHex(bytes: Uint8Array): string {
  let text = ""
  for (const byte of bytes) text += hexOf[byte]
  return text
}

/** Bytes of lower-case hex; throws on anything else. */
export function fromHex(text: string): Bytes {
  const bytes = new Uint8Array(text.length >> 1)
  for (let i = 0; i < bytes.length; i++) {
    const high = text.charCodeAt(2 * i)
    const low = text.charCodeAt(2 * i + 1)
    const value = (high | low) > 127 ? -1 : ((hexValue[high] as number) << 4) | (hexValue[low] as number)
    if (value < 0) throw new TypeError("not lower-case hex")
    bytes[i] = value
  }
  if (text.length % 2 !== 0) throw new TypeError("not lower-case hex")
  return bytes
}

const base64Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
const base64Value = new Int16Array(128).fill(-1)
for (let i = 0; i < 64; i++) base64Value[base64Letters.charCodeAt(i)] = i

/** Two letters for each twelve bits. */
const pairs: readonly string[] = Array.from(
  { length: 4096 },
  (_, n) => (base64Letters[n >> 6] as string) + (base64Letters[n & 63] as string),
)

/** Standard base64 with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  const whole = bytes.length - (bytes.length % 3)
  let text = ""
  let i = 0
  for (; i < whole; i += 3) {
    const n = ((bytes[i] as number) << 16) | ((bytes[i + 1] as number) << 8) | (bytes[i + 2] as number)
    text += (pairs[n >> 12] as string) + (pairs[n & 4095] as string)
  }
  const left = bytes.length - whole
  if (left === 0) return text
  const n = ((bytes[i] as number) << 16) | (left > 1 ? (bytes[i + 1] as number) << 8 : 0)
  return text + (pairs[n >> 12] as string) + (left > 1 ? `${base64Letters[(n >> 6) & 63]}=` : "==")
}

/** Chromium 140, Firefox 133 and Safari 18.2 know it; it passes over white space, which the length then shows. */
const platform = (Uint8Array as { fromBase64?: (text: string, how: { lastChunkHandling: "strict" }) => Bytes }).fromBase64

/** Bytes of canonical padded base64; throws on anything else, so that one body has one text form. */
export function fromBase64(text: string): Bytes {
  if (text.length % 4 !== 0) throw new TypeError("not base64")
  const pad = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0
  const size = (text.length / 4) * 3 - pad
  const bytes = platform === undefined ? byTable(text, size) : platform.call(Uint8Array, text, { lastChunkHandling: "strict" })
  if (bytes.length !== size) throw new TypeError("not base64")
  return bytes
}

/** The same without the platform's. */
function byTable(text: string, size: number): Bytes {
  const bytes = new Uint8Array(size)
  const whole = size - (size % 3)
  let i = 0
  let at = 0
  for (; at < whole; i += 4) {
    const [a, b, c, d] = [text.charCodeAt(i), text.charCodeAt(i + 1), text.charCodeAt(i + 2), text.charCodeAt(i + 3)]
    const n = (a | b | c | d) > 127 ? -1 : (valueAt(a) << 18) | (valueAt(b) << 12) | (valueAt(c) << 6) | valueAt(d)
    if (n < 0) throw new TypeError("not base64")
    bytes[at++] = n >> 16
    bytes[at++] = n >> 8
    bytes[at++] = n
  }
  if (i < text.length) {
    const [a, b, c] = [text.charCodeAt(i), text.charCodeAt(i + 1), size - at === 1 ? 65 : text.charCodeAt(i + 2)]
    const n = (a | b | c) > 127 ? -1 : (valueAt(a) << 18) | (valueAt(b) << 12) | (valueAt(c) << 6)
    if (n < 0) throw new TypeError("not base64")
    if ((size - at === 1 ? n & 0xffff : n & 0xff) !== 0) throw new TypeError("base64 with stray bits")
    bytes[at++] = n >> 16
    if (at < size) bytes[at] = n >> 8
  }
  return bytes
}
const valueAt = (code: number): number => base64Value[code] as number
