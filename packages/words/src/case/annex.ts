// The columns that may leave, as the programme's policy names them; a test holds this list to the policy's own.
export const annexKeys = [
  "sequence", "annexRef", "surname", "given", "nameCyrillic", "born", "countryOfBirth", "citizenship", "aNumber", "facility", "eroOffice", "familyCode",
  "relation", "urgency", "orderOn", "finding", "findingReference", "consentOn", "vehicle", "canadianDocument", "canadianDocumentValidUntil",
  "needsMinor", "needsEscort", "needsMedical",
] as const
export type AnnexKey = (typeof annexKeys)[number]
