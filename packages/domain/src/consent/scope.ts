// What a consent may cover. There is no scope for sharing with Russia and there never will be one.
import * as v from "valibot"

export const consentScopes = [
  "INTAKE",
  "CONTACT_COUNSEL",
  "OBTAIN_US_RECORDS",
  "SHARE_IRCC",
  "SECURITY_SCREENING",
  "SHARE_US_STATE_DHS_MIN",
  "BIOMETRIC_US_QUERY",
  "SHARE_UNHCR",
  "SHARE_REFERRAL_NGO",
  "CONTACT_VOUCHER",
  "FAMILY_DISCLOSURE",
  "CHILD_BEST_INTERESTS",
  "MEDIA",
  "TRANSFER_LEGAL_EFFECTS",
] as const

export const ConsentScope = v.picklist(consentScopes)
export type ConsentScope = (typeof consentScopes)[number]

/** Scopes that expose or move a person: nobody else's tick ever satisfies them for an adult. */
export function onlyInPerson(scope: ConsentScope): boolean {
  return /^(SHARE_|BIOMETRIC_|TRANSFER_)/.test(scope) || scope === "MEDIA"
}

/** Scopes whose information reaches a government: oral consent there needs two more pairs of ears and paper within 72 hours. */
export function reachesGovernment(scope: ConsentScope): boolean {
  return governments.has(scope)
}

const governments: ReadonlySet<ConsentScope> = new Set([
  "SHARE_IRCC",
  "SECURITY_SCREENING",
  "SHARE_US_STATE_DHS_MIN",
  "BIOMETRIC_US_QUERY",
  "OBTAIN_US_RECORDS",
  "TRANSFER_LEGAL_EFFECTS",
])

/** Scopes about another named person, who must be said: whose voucher, which relative. */
export function needsAbout(scope: ConsentScope): boolean {
  return scope === "CONTACT_VOUCHER" || scope === "FAMILY_DISCLOSURE"
}
