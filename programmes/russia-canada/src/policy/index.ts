// Every published policy, by its id. A line is added, never changed.
import type { Policy } from "@safe-conduct/domain/evidence"
import { policy1 } from "./1/index.ts"

export const policies: Readonly<Record<string, Policy>> = { [policy1.id]: policy1 }

/** What a new case pins. */
export const currentPolicy: Policy = policy1
