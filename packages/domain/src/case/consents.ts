// A person's consents as they stand: given, withdrawn, by whom; and whether they cover what is about to happen.
import { satisfies, type Satisfied } from "../consent/satisfies.ts"
import type { Consent } from "../consent/consent.ts"
import type { ConsentScope } from "../consent/scope.ts"
import type { Policy } from "../evidence/policy.ts"
import { type Refusal, refusal } from "../refusal.ts"
import type { Instant } from "../time/index.ts"
import type { CaseEnv } from "./action.ts"
import { haltedByCode } from "./code.ts"
import { bornOf } from "./person.ts"
import { pinnedPolicy } from "./pinned.ts"
import type { CaseState } from "./state.ts"

/** A consent with the id it has in the case and the entry that says it, so that a proposal can cite it. */
export interface StandingConsent {
  readonly id: string
  readonly consent: Consent
  /** The second member who heard it said again, where one took it alone. */
  readonly confirmed: { readonly by: string; readonly at: number } | null
  readonly entry: { readonly seq: number; readonly hash: string }
}

/**
 * All that were ever given for this person and not struck; a withdrawn one carries when it was withdrawn, by a member's entry or by the
 * code's word as it was heard. A withdrawal that stands in the stream holds at `on` whatever its author's clock said.
 */
export function consentsOf(state: CaseState, person: string, on?: number): readonly StandingConsent[] {
  return state.consents
    .filter((row) => row.consent.person === person)
    .map((row) => {
      const withdrawn = state.withdrawals.find((one) => one.consent === row.id)?.made.at
      const taken = withdrawn ?? haltedByCode(state, row.consent, row.made.seq)?.stored
      const at = taken === undefined ? undefined : Math.min(taken, on ?? taken)
      const second = (state.consentsConfirmed ?? []).find((one) => one.consent === row.id)?.made
      const consent = {
        ...row.consent,
        ...(second === undefined || row.consent.witness !== undefined ? {} : { witness: second.by }),
        ...(at === undefined ? {} : { withdrawn: at as Instant }),
      }
      const confirmed = second === undefined ? null : { by: second.by, at: second.at }
      return { id: row.id, consent, confirmed, entry: { seq: row.made.seq, hash: row.made.hash } }
    })
}

/** Whether this person is covered for this scope at that moment, under a policy's ages. */
export function coverOf(state: CaseState, policy: Policy, person: string, scope: ConsentScope, on: number, about?: string): Satisfied {
  const consents = consentsOf(state, person, on).map((row) => row.consent)
  return satisfies(consents, { person, born: bornOf(state, person) }, scope, on as Instant, policy.consents, about)
}

/** Law: someone must have said yes for this person in a way that counts, under the pinned policy. */
export function consentFault(
  state: CaseState,
  ctx: CaseEnv & { readonly at: number },
  person: string,
  scope: ConsentScope,
  at: string,
): Refusal | null {
  const policy = pinnedPolicy(state, ctx)
  if (policy === null) return refusal("policy-unknown")
  const cover = coverOf(state, policy, person, scope, ctx.at)
  return cover.ok ? null : refusal(cover.missing, at, { scope })
}
