// How a command says no: one JSON line on standard error, exit 2 for what was given, 1 for what the moment denied.

export interface Refusal {
  readonly error: string
  readonly message: string
  /** JSON pointer (RFC 6901); empty for the whole. */
  readonly at: string
  /** The line of standard input, from 1, where there are many. */
  readonly line?: number
}

export const refuse = (error: string, message: string, at = ""): Refusal => ({ error, message, at })

/** What may be right in a minute, unlike what was typed. */
const passing = new Set(["offline", "too-busy", "bad-receipt", "desk-expired", "full", "failed"])

export const exitOf = (refused: Refusal): 1 | 2 => (passing.has(refused.error) ? 1 : 2)

export const refusalLine = ({ error, message, at, line }: Refusal): string =>
  JSON.stringify({ error, message, at, ...(line === undefined ? {} : { line }) })

/** Plain English for the codes of the domain, whose own words are looked up by each page. */
const sentences: Readonly<Record<string, string>> = {
  "unknown-key": "This key is not known here.",
  missing: "This is needed and missing.",
  "not-one-of": "This is not one of the values allowed here.",
  "wrong-type": "This has the wrong type.",
  "too-long": "This is too long.",
  "too-short": "This is too short.",
  "too-many": "There are too many of these.",
  "bad-date": "This is not a calendar date in the form YYYY-MM-DD.",
  "duplicate-id": "This id stands twice.",
  "unknown-claim": "No claim has this id.",
  "unknown-evidence": "No evidence has this id.",
  "request-version": "Only version 1 of a request is known.",
  "person-missing": "A request names at least one person.",
  "name-missing": "At least one person needs a name.",
  "unknown-person": "There is no person at this place.",
  "unknown-activity": "There is no activity at this place.",
  "request-too-long": "The request is too long as a whole.",
  offline: "The server could not be reached. Nothing is lost.",
}

/** A refusal of another package, whatever it left out filled in. */
export const spoken = (given: {
  readonly error: string
  readonly message?: string | undefined
  readonly at?: string | undefined
}): Refusal => refuse(given.error, given.message ?? sentences[given.error] ?? "This cannot be accepted here.", given.at ?? "")
