// RFC 8410: what stands before the 32 bytes of a secret in PKCS #8, which is how platforms take one.
import { fromHex } from "@safe-conduct/wire"

export const beforeEd25519 = fromHex("302e020100300506032b657004220420")
export const beforeX25519 = fromHex("302e020100300506032b656e04220420")
