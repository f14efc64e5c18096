// What a person may be asked to agree to. There is no scope for sharing anything with Russia, and there must never be one.
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
export type ConsentScope = (typeof consentScopes)[number]
