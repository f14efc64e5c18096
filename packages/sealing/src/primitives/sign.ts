// Ed25519 under one acceptance rule, everywhere: S < L, A and R canonical and not of small order, cofactor-less equation.
// The platform's own code after these checks; a library where the platform has none. Without one rule honest clients fork.
import { ed25519 } from "@noble/curves/ed25519.js"
import { sha512 } from "@noble/hashes/sha2.js"
import { type Bytes, type PublicKey, concat, equalBytes, fromBase64, fromHex, toBase64, toHex } from "@safe-conduct/wire"
import { native } from "#native"
import type { Ed25519, Native } from "./native.ts"

const P = 2n ** 255n - 19n
const L = 2n ** 252n + 27742317777372353535851937790883648493n
/** The y of the eight points of small order (two signs each where x is not zero). */
const smallOrderY = new Set([
  0n,
  1n,
  P - 1n,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
  0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
])

const littleEndian = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes.slice().reverse())}`)
const bytesOf = (n: bigint): Bytes => fromHex(n.toString(16).padStart(64, "0")).reverse()
const [bytesOfP, bytesOfL, bytesOfSmallOrder] = [bytesOf(P), bytesOf(L), [...smallOrderY].map(bytesOf)]

/** As numbers, least byte first, without making numbers of them: three of these stand before every signature. `top` masks the last byte. */
function below(bytes: Uint8Array, bound: Uint8Array, top = 255): boolean {
  for (let i = 31; i >= 0; i--) {
    const byte = (bytes[i] as number) & (i === 31 ? top : 255)
    if (byte !== bound[i]) return byte < (bound[i] as number)
  }
  return false
}

function sameY(bytes: Uint8Array, y: Uint8Array): boolean {
  for (let i = 0; i < 31; i++) if (bytes[i] !== y[i]) return false
  return ((bytes[31] as number) & 127) === y[31]
}

/** Whether 32 bytes may stand as A or R: y canonical, not one of the small-order points. */
const goodPoint = (bytes: Uint8Array): boolean => below(bytes, bytesOfP, 127) && !bytesOfSmallOrder.some((y) => sameY(bytes, y))

/** `signature` is base64 of 64 bytes. Never throws: what cannot be read is not valid. */
export async function verifySignature(
  key: PublicKey,
  message: Uint8Array,
  signature: string,
  platform: Pick<Native, "ed25519"> = native,
): Promise<boolean> {
  let a: Bytes
  let sig: Bytes
  try {
    a = fromHex(key)
    sig = fromBase64(signature)
  } catch {
    return false
  }
  if (a.length !== 32 || sig.length !== 64) return false
  if (!goodPoint(a) || !goodPoint(sig.subarray(0, 32)) || !below(sig.subarray(32), bytesOfL)) return false
  const ours = await platform.ed25519()
  return ours ? ours.verify(a, message, sig) : verifyByLibrary(a, message, sig)
}

/** S·B − h·A must be R to the byte (no cofactor). */
export function verifyByLibrary(a: Uint8Array, message: Uint8Array, sig: Uint8Array): boolean {
  try {
    const r = sig.subarray(0, 32)
    const h = littleEndian(sha512(concat(r, a, message))) % L
    const s = littleEndian(sig.subarray(32))
    const A = ed25519.Point.fromBytes(a)
    return equalBytes(ed25519.Point.BASE.multiplyUnsafe(s).subtract(A.multiplyUnsafe(h)).toBytes(), r)
  } catch {
    return false
  }
}

/** A signing key in use; the private part stays inside. */
export interface Signing {
  readonly key: PublicKey
  /** Base64 of the 64 bytes. */
  sign(message: Uint8Array): Promise<string>
}

export function signingFromSeed(seed: Uint8Array): Signing {
  if (seed.length !== 32) throw new RangeError("an Ed25519 seed has 32 bytes")
  const key = toHex(ed25519.getPublicKey(seed)) as PublicKey
  let signer: ReturnType<Ed25519["signer"]> | null = null
  return {
    key,
    async sign(message) {
      const ours = await native.ed25519()
      if (!ours) return toBase64(ed25519.sign(message, seed))
      signer ??= ours.signer(seed)
      return toBase64(await signer(message))
    },
  }
}
