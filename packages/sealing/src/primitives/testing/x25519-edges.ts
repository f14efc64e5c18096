// Points of X25519 that share nothing: of order 1, 2, 4 and 8 on the curve or its twist, also written with numbers of p or more and with
// the top bit set, which RFC 7748 tells to ignore.
import { fromHex } from "@safe-conduct/wire"

const P = 2n ** 255n - 19n
const orderEight = [
  325606250916557431795983626356110631294008115727848805560023387167927233504n,
  39382357235489614581723060781553021112529911719440698176882885853963445705823n,
]
const below = [0n, 1n, P - 1n, ...orderEight]
/** Of those that p can be added to in 255 bits. */
const above = [P, P + 1n]

export const smallOrderPoints = [...below, ...above]
  .flatMap((u) => [u, u + 2n ** 255n])
  .map((u) => fromHex(u.toString(16).padStart(64, "0")).reverse())
