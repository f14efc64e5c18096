// The programme as reviewed data: policy (what counts, who signs, what may leave) and law (dated rows, always recomputed).
import type { Programme } from "@safe-conduct/domain/programme"
import { law } from "./law/index.ts"
import { currentPolicy, policies } from "./policy/index.ts"

export { currentPolicy, law, policies }

/** The policy a new case adopts, and the law every clock reads. Earlier policies stay in `policies`, because streams pin them. */
export const programme: Programme = { policy: currentPolicy, law }
