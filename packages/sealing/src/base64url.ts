// Base64 as WebAuthn and JSON Web Keys spell it: two other letters and no padding.
import { toBase64 } from "@safe-conduct/wire"

export const toBase64url = (bytes: Uint8Array): string => toBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")
