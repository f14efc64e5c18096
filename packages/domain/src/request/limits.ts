// How much a request may hold. Chosen from what people send: the longest stories run to a few pages, the largest families to nine.
export const requestLimits = {
  people: 12,
  latinNames: 8,
  languages: 12,
  activities: 60,
  files: 200,
  consents: 200,
  shortText: 200,
  mediumText: 2_000,
  longText: 20_000,
  /** UTF-16 length of the whole request as JSON. */
  whole: 120_000,
} as const
