// X25519 (RFC 7748) by the platform, or by a library where the platform has none. What is shared with a point of small order is zero
// whatever the secret: it is refused here, whoever multiplied.
import { x25519 } from "@noble/curves/ed25519.js"
import type { Bytes } from "@safe-conduct/wire"
import type { Native } from "./native.ts"

/** The curve's base point. */
export const basePoint: Bytes = Uint8Array.from({ length: 32 }, (_, n) => (n === 0 ? 9 : 0))

export interface Exchange {
  /** The public half. */
  readonly point: Bytes
  /** Null where nothing secret would be shared. */
  readonly shared: (point: Uint8Array) => Promise<Bytes | null>
}

const byLibrary =
  (secret: Uint8Array) =>
  async (point: Uint8Array): Promise<Bytes | null> => {
    try {
      return x25519.scalarMult(secret, point) as Bytes
    } catch {
      return null
    }
  }

export async function exchangeOf(secret: Uint8Array, platform: Pick<Native, "x25519">): Promise<Exchange> {
  if (secret.length !== 32) throw new RangeError("an X25519 secret has 32 bytes")
  const multiply = ((await platform.x25519()) ?? byLibrary)(secret)
  const shared: Exchange["shared"] = async (point) => {
    if (point.length !== 32) return null
    const product = await multiply(point)
    return product === null || product.every((byte) => byte === 0) ? null : product
  }
  const point = await shared(basePoint)
  if (point === null) throw new Error("X25519 gives no public key here")
  return { point, shared }
}
