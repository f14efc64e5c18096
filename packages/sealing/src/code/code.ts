// A code as bits and as numbers: 121 bits, left-aligned in 16 bytes, are eleven data words, to which two check words are added.
// Bytes come in as arguments: nothing here draws randomness, and no key is derived here.
import { DATA, isCodeword, LENGTH, withChecks } from "./repair.ts"

export const CODE_WORDS = LENGTH
export const CODE_BITS = 121
export const CODE_BYTES = 16
const WORD_BITS = 11

export type Language = "en" | "fr" | "ru"
/** Thirteen word numbers that form a codeword. */
export type Code = readonly number[]

/** The key material of a code: 16 bytes whose last seven bits are zero. */
export function keyMaterial(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes.length !== CODE_BYTES) throw new RangeError("a code is made of 16 bytes")
  const masked = new Uint8Array(bytes)
  masked[CODE_BYTES - 1] = (masked[CODE_BYTES - 1] as number) & 0x80
  return masked
}

/** The thirteen word numbers of 16 bytes; their last seven bits must be zero already. */
export function encode(bytes: Uint8Array): Code {
  if (bytes.length !== CODE_BYTES) throw new RangeError("a code is made of 16 bytes")
  if (((bytes[CODE_BYTES - 1] as number) & 0x7f) !== 0) throw new RangeError("a code has 121 bits: the last seven of its 16 bytes are zero")
  const data = Array.from({ length: DATA }, (_, word) => {
    let value = 0
    for (let bit = word * WORD_BITS; bit < (word + 1) * WORD_BITS; bit++)
      value = (value << 1) | (((bytes[bit >> 3] as number) >> (7 - (bit & 7))) & 1)
    return value
  })
  return withChecks(data)
}

/** The code of any 16 bytes, such as fresh or derived ones: 121 bits count, the rest is dropped. */
export const codeFromBytes = (bytes: Uint8Array): Code => encode(keyMaterial(bytes))

/** The 16 bytes of a code, from which its keys are derived. */
export function toBytes(code: Code): Uint8Array<ArrayBuffer> {
  if (!isCode(code)) throw new RangeError("these numbers are no code")
  const bytes = new Uint8Array(CODE_BYTES)
  for (let bit = 0; bit < CODE_BITS; bit++) {
    const word = code[Math.floor(bit / WORD_BITS)] as number
    if ((word >> (WORD_BITS - 1 - (bit % WORD_BITS))) & 1) bytes[bit >> 3] = (bytes[bit >> 3] as number) | (0x80 >> (bit & 7))
  }
  return bytes
}

export const isCode = (numbers: readonly number[]): boolean =>
  numbers.length === LENGTH && numbers.every((n) => Number.isInteger(n) && n >= 0 && n < 2 ** WORD_BITS) && isCodeword(numbers)

/** The words of a code from one language's list. */
export function toWords(code: Code, list: readonly string[]): string[] {
  if (!isCode(code)) throw new RangeError("these numbers are no code")
  return code.map((number) => list[number] as string)
}
