// What a compartment may be of. Each is a small stream of its own beside a case, with a roster of its own: most who work on the case
// never need what lies in it, and some of it can cost people in Russia their freedom.
import type { Role } from "../evidence/policy.ts"

/** `adverse`: what speaks against somebody. `vouchers`: people who confirm somebody, and could be punished for it. */
export const compartments = ["adverse", "vouchers"] as const
export type Compartment = (typeof compartments)[number]

/** Who opens one. */
export const opensCompartment: Readonly<Record<Compartment, readonly Role[]>> = {
  adverse: ["verifier", "decider"],
  vouchers: ["verifier", "caseworker"],
}

/** Who may be on one: those who work on what a case rests on. Whoever only takes requests in, writes to offices or keeps the desk may not. */
export const readsCompartments: readonly Role[] = ["caseworker", "verifier", "decider"]
