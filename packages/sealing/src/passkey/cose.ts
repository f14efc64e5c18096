// The public key of a passkey as authenticators write it (COSE, RFC 9052, in CBOR): read strictly, for three algorithms, and kept
// as bare numbers so that every client rebuilds the same key from it.
import { type Bytes, concat, equalBytes, fromHex } from "@safe-conduct/wire"
import * as v from "valibot"

/** `key` is base64: x ‖ y of P-256 (64 bytes), the 32 bytes of Ed25519, or the modulus of RSA with exponent 65,537 (256 to 512 bytes). */
export const PasskeyKey = v.strictObject({
  alg: v.picklist(["ES256", "EdDSA", "RS256"]),
  key: v.pipe(v.string(), v.maxLength(700)),
})
export type PasskeyKey = v.InferOutput<typeof PasskeyKey>

type Value = number | Bytes

/** One COSE key: a map of small whole numbers to numbers or byte strings, and where it ends. Null for anything else. */
function readMap(bytes: Uint8Array, from: number): { readonly map: ReadonlyMap<number, Value>; readonly end: number } | null {
  let at = from
  /** Major type and count of one head; lengths up to 65,535. */
  const head = (): readonly [number, number] | null => {
    const first = bytes[at++]
    if (first === undefined) return null
    const small = first & 31
    if (small < 24) return [first >> 5, small]
    const more = small === 24 ? 1 : small === 25 ? 2 : 0
    if (more === 0 || at + more > bytes.length) return null
    let count = 0
    for (let i = 0; i < more; i++) count = (count << 8) | (bytes[at++] as number)
    return [first >> 5, count]
  }
  const value = (): Value | null => {
    const found = head()
    if (found === null) return null
    const [major, count] = found
    if (major === 0) return count
    if (major === 1) return -1 - count
    if (major !== 2 || at + count > bytes.length) return null
    at += count
    return bytes.slice(at - count, at) as Bytes
  }
  const opened = head()
  if (opened === null || opened[0] !== 5) return null
  const map = new Map<number, Value>()
  for (let n = 0; n < opened[1]; n++) {
    const name = value()
    const held = value()
    if (typeof name !== "number" || held === null || map.has(name)) return null
    map.set(name, held)
  }
  return { map, end: at }
}

const isBytes = (value: Value | undefined, least: number, most = least): value is Bytes =>
  value instanceof Uint8Array && value.length >= least && value.length <= most

/** The key at `from`, as an algorithm with its bare bytes, and where it ends. */
export function readCose(
  bytes: Uint8Array,
  from: number,
): { readonly alg: PasskeyKey["alg"]; readonly key: Bytes; readonly end: number } | null {
  const read = readMap(bytes, from)
  if (read === null) return null
  const { map, end } = read
  const [kty, alg, first, x, y] = [map.get(1), map.get(3), map.get(-1), map.get(-2), map.get(-3)]
  if (kty === 2 && alg === -7 && first === 1 && isBytes(x, 32) && isBytes(y, 32)) return { alg: "ES256", key: concat(x, y), end }
  if (kty === 1 && alg === -8 && first === 6 && isBytes(x, 32)) return { alg: "EdDSA", key: x, end }
  // For RSA −1 is the modulus and −2 the exponent.
  if (
    kty === 3 &&
    alg === -257 &&
    isBytes(first, 256, 512) &&
    (first[0] as number) >= 128 &&
    isBytes(x, 3) &&
    equalBytes(x, fromHex("010001"))
  )
    return { alg: "RS256", key: first, end }
  return null
}
