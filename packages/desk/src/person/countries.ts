// Countries that people of such cases are born in, hold the passport of, or are sent to; codes of ISO 3166-1.
export const countries = ["RU", "BY", "UA", "KZ", "KG", "UZ", "TJ", "TM", "AM", "AZ", "GE", "MD", "US", "CA"] as const
