// A person's consents as they stand: given, withdrawn, by whom; and whether they cover what is about to happen.
import type { Consent } from "../consent/consent.ts"
import type { ConsentScope } from "../consent/scope.ts"
import type { Instant } from "../time/index.ts"
import { type Refusal, refusal } from "../refusal.ts"
import type { CaseEnv } from "./action.ts"
import type { CaseState } from "./state.ts"

/** A consent with the id it has in the case and the entry that says it, so that a proposal can cite it. */
export interface StandingConsent {
  readonly id: string
  readonly consent: Consent
  readonly entry: { readonly seq: number; readonly hash: string }
}

/** All that were ever given for this person and not struck; a withdrawn one carries when it was withdrawn. */
export function consentsOf(state: CaseState, person: string): readonly StandingConsent[] {
  return state.consents
    .filter((row) => row.consent.person === person)
    .map((row) => {
      const withdrawal = state.withdrawals.find((one) => one.consent === row.id)
      const consent = withdrawal === undefined ? row.consent : { ...row.consent, withdrawn: withdrawal.made.at as Instant }
      return { id: row.id, consent, entry: { seq: row.made.seq, hash: row.made.hash } }
    })
}

/** Law: someone must have said yes for this person in a way that counts, under the pinned policy. */
export function consentFault(_state: CaseState, _env: CaseEnv & { readonly at: number }, _person: string, scope: ConsentScope, at: string): Refusal | null {
  return refusal("consent-missing", at, { scope })
}
