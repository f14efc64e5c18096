// Whether an approval needs a touch of a passkey, where the programme asks for one.
import type { Policy } from "../evidence/policy.ts"
import type { Factor } from "../stream/line.ts"

export const touchMissing = (policy: Policy | null, factor: Factor): boolean => policy?.touchNeeded === true && factor !== "passkey"
