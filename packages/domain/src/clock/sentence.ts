// A refusal of facts with one plain English sentence, for scripts and standard error. Pages look their words up by code.
import type { Refusal } from "../refusal.ts"

export interface FactsRefusal extends Refusal {
  readonly message: string
}

const sentences: Readonly<Record<string, string>> = {
  "bad-date": "This is not a calendar date in the form YYYY-MM-DD, or a moment with its offset.",
  "bad-instant": "This is not a moment in the form 2026-11-23T16:00:00-06:00.",
  "instant-without-offset": "An hour without an offset is not a moment: add Z or the place's offset, such as -06:00.",
  "bad-time-zone": "This is not a time zone of the IANA database, such as America/Chicago.",
  "bad-state": "A state is written as two capital letters, such as TX.",
  "bad-scope": "This is not the name of a consent.",
  "unknown-event-type": "No event of this type is known.",
  "not-an-event": "An event is an object with a type.",
  "in-the-future": "This has not happened yet at the moment the facts are told for.",
  "release-before-detention": "The release comes before any detention on record.",
  "unknown-key": "This key is not known here.",
  missing: "This is needed and missing.",
  "not-one-of": "This is not one of the values allowed here.",
  "wrong-type": "This has the wrong type.",
  "too-long": "This is too long.",
  "too-short": "This is too short.",
}

export const spoken = (refused: Refusal): FactsRefusal => ({
  error: refused.error,
  message: sentences[refused.error] ?? "These facts cannot be read.",
  at: refused.at ?? "",
  ...(refused.params === undefined ? {} : { params: refused.params }),
})
