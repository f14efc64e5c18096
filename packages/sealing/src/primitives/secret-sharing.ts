// Shamir's sharing of a secret over GF(2⁸). A share is as long as the secret and one byte (its place on the curve, drawn at random).
// The library joins whatever it is given and never says that a share was wrong: who joins compares the result with what is known.
import { combine, split } from "shamir-secret-sharing"
import type { Bytes } from "@safe-conduct/wire"

export const splitSecret = async (secret: Uint8Array, shares: number, threshold: number): Promise<Bytes[]> =>
  (await split(new Uint8Array(secret), shares, threshold)) as Bytes[]

/** Null where the shares do not even have one form; otherwise a secret, right or wrong. */
export async function joinSecret(shares: readonly Uint8Array[]): Promise<Bytes | null> {
  try {
    return (await combine(shares.map((share) => new Uint8Array(share)))) as Bytes
  } catch {
    return null
  }
}
