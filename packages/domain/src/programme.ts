// What a programme must supply: policy, which judges and is pinned in streams, and law, which is only ever looked at.
import type { Law } from "./clock/law.ts"
import type { Policy } from "./evidence/policy.ts"

export interface Programme {
  readonly policy: Policy
  readonly law: Law
}

export type { Law, Policy }
