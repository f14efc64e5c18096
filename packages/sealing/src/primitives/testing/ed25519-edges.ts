// Crooked signatures, each made by hand so that the equation holds, holds only when multiplied by eight, or does not hold, and each with
// the one answer that every client must give. Written to test-vectors/ed25519/edges.json; a test holds the file to this maker.
import { ed25519 } from "@noble/curves/ed25519.js"
import { sha512 } from "@noble/hashes/sha2.js"
import { concat, toBase64, toHex, utf8 } from "@safe-conduct/wire"

const { Point } = ed25519
type Dot = InstanceType<typeof Point>
const L = Point.Fn.ORDER
const P = 2n ** 255n - 19n
/** A point of order eight. */
const T = Point.fromHex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")

const number = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes.slice().reverse())}`)
const bytesOf = (n: bigint): Uint8Array => Uint8Array.from({ length: 32 }, (_, i) => Number((n >> BigInt(8 * i)) & 255n))
const mod = (n: bigint): bigint => ((n % L) + L) % L
const hashed = (R: Uint8Array, A: Uint8Array, message: Uint8Array): bigint => number(sha512(concat(R, A, message)))

export interface Edge {
  readonly about: string
  readonly key: string
  readonly message: string
  readonly signature: string
  readonly valid: boolean
}

/** Secret scalar and nonce of every example; any would do. */
const a = 0x5afec0d0c7n
const r = 0x1234567890abcdefn
const A = Point.BASE.multiply(a)
const R = Point.BASE.multiply(r)

const times = (dot: Dot, n: number): Dot => (n === 0 ? Point.ZERO : dot.multiplyUnsafe(BigInt(n)))
/** S so that S·B = (r + h·a)·B: right for the part of prime order, whatever torsion R and A carry. */
const solved = (rBytes: Uint8Array, aBytes: Uint8Array, message: Uint8Array, nonce = r): Uint8Array =>
  bytesOf(mod(nonce + mod(hashed(rBytes, aBytes, message)) * a))

export function ed25519Edges(): readonly Edge[] {
  const edges: Edge[] = []
  const add = (about: string, key: Uint8Array, message: Uint8Array, rBytes: Uint8Array, s: Uint8Array, valid: boolean): void =>
    void edges.push({ about, key: toHex(key), message: toHex(message), signature: toBase64(concat(rBytes, s)), valid })
  const m = utf8("an edge")
  const [rb, ab] = [R.toBytes(), A.toBytes()]
  const s = solved(rb, ab, m)

  add("honest", ab, m, rb, s, true)
  add("honest, of another message", ab, utf8("another"), rb, s, false)
  for (const k of [1n, 2n, 15n]) if (number(s) + k * L < 2n ** 256n) add(`S + ${k}·L`, ab, m, rb, bytesOf(number(s) + k * L), false)
  add("S = L", ab, m, rb, bytesOf(L), false)
  add("S of all ones", ab, m, rb, bytesOf(2n ** 256n - 1n), false)
  add("the key's sign turned", bytesOf(number(ab) ^ (1n << 255n)), m, rb, s, false)
  add("the nonce's sign turned", ab, m, bytesOf(number(rb) ^ (1n << 255n)), s, false)

  // Points of small order as R (S solved, so that the equation holds) and as A (S = r, so that it holds where h·A vanishes).
  for (let n = 0; n < 8; n++) {
    const small = times(T, n).toBytes()
    add(`R of small order, ${n}·T`, ab, m, small, solved(small, ab, m, 0n), false)
    for (let tries = 0; tries < 3; tries++)
      add(`A of small order, ${n}·T, message ${tries}`, small, utf8(`edge ${tries}`), rb, bytesOf(r), false)
    add(`both of small order, ${n}·T, S = 0`, small, m, small, bytesOf(0n), false)
  }
  // The same points and others in encodings that are not canonical: y written as y + p, or −0 as a sign.
  for (const y of Array.from({ length: 19 }, (_, n) => P + BigInt(n)))
    for (const sign of [0n, 1n << 255n]) {
      const odd = bytesOf(y | sign)
      add(`A not canonical, y = p + ${y - P}${sign ? ", sign set" : ""}`, odd, m, rb, bytesOf(r), false)
      add(`R not canonical, y = p + ${y - P}${sign ? ", sign set" : ""}`, ab, m, odd, solved(odd, ab, m, 0n), false)
    }
  for (const y of [1n, P - 1n]) {
    const odd = bytesOf(y | (1n << 255n))
    add(`A with a sign where x is zero, y = ${y === 1n ? "1" : "p − 1"}`, odd, m, rb, bytesOf(r), false)
    add(`R with a sign where x is zero, y = ${y === 1n ? "1" : "p − 1"}`, ab, m, odd, solved(odd, ab, m, 0n), false)
  }
  // Mixed order: torsion on R alone never cancels; on A it cancels where h is a multiple of eight; on both where t + h·u is.
  for (let t = 1; t < 8; t++) {
    const rt = R.add(times(T, t)).toBytes()
    add(`R of mixed order, + ${t}·T: holds only with the cofactor`, ab, m, rt, solved(rt, ab, m), false)
  }
  for (let n = 0; n < 24; n++) {
    const message = utf8(`mixed ${n}`)
    const mixed = A.add(T).toBytes()
    const h = hashed(rb, mixed, message)
    add(`A of mixed order, message ${n}`, mixed, message, rb, solved(rb, mixed, message), mod(h) % 8n === 0n)
    const rt = R.add(T).toBytes()
    const both = mod(hashed(rt, mixed, message))
    add(`both of mixed order, message ${n}`, mixed, message, rt, solved(rt, mixed, message), (1n + both) % 8n === 0n)
  }
  // No point at all.
  let y = 2n
  const isPoint = (n: bigint): boolean => {
    try {
      Point.fromBytes(bytesOf(n))
      return true
    } catch {
      return false
    }
  }
  while (isPoint(y)) y++
  add("A is no point", bytesOf(y), m, rb, s, false)
  add("R is no point", ab, m, bytesOf(y), s, false)
  return edges
}
