// How a command says no: one JSON line on standard error, exit 2 for what was given, 1 for what the moment denied.
import { sentences } from "@safe-conduct/words/refusals/en.ts"
import { type RefusalParams, sentenceOf } from "@safe-conduct/words/refusals/index.ts"

export interface Refusal {
  readonly error: string
  readonly message: string
  /** JSON pointer (RFC 6901); empty for the whole. */
  readonly at: string
  /** The line of standard input, from 1, where there are many. */
  readonly line?: number
  /** Words of a request that may have arrived although its answer was lost: with them it is found again. */
  readonly code?: readonly string[]
}

export const refuse = (error: string, message: string, at = ""): Refusal => ({ error, message, at })

/** What may be right in a minute, unlike what was typed. */
const passing = new Set([
  "offline",
  "too-busy",
  "bad-receipt",
  "desk-expired",
  "server-failed",
  "stopped",
  "failed",
  "site-differs",
  "fault-found",
  "other-release",
])

export const exitOf = (refused: Refusal): 1 | 2 => (passing.has(refused.error) ? 1 : 2)

export const refusalLine = ({ error, message, at, line, code }: Refusal): string =>
  JSON.stringify({ error, message, at, ...(line === undefined ? {} : { line }), ...(code === undefined ? {} : { code }) })

/** Where a script's author is better served than the reader of a page. Every other code has its sentence among the words. */
const own: Readonly<Record<string, string>> = {
  "unknown-key": "This key is not known here.",
  missing: "This is needed and missing.",
  "not-one-of": "This is not one of the values allowed here.",
  "wrong-type": "This has the wrong type.",
  "bad-date": "This is not a calendar date in the form YYYY-MM-DD.",
  "duplicate-id": "This id stands twice.",
  "unknown-claim": "No claim has this id.",
  "unknown-evidence": "No evidence has this id.",
  "request-version": "Only version 1 of a request is known.",
  "person-missing": "A request names at least one person.",
  "name-missing": "At least one person needs a name.",
  "unknown-person": "There is no person at this place.",
  "root-ended": "The reserve root has spoken: the root names nobody at this desk any more.",
  "unknown-activity": "There is no activity at this place.",
}

interface Given {
  readonly error: string
  readonly message?: string | undefined
  readonly at?: string | undefined
  readonly params?: RefusalParams | undefined
}

/** A refusal of another package, whatever it left out filled in. */
export function spoken({ error, message, at, params }: Given): Refusal {
  return refuse(error, message ?? own[error] ?? sentenceOf(sentences, { error, ...(params === undefined ? {} : { params }) }), at ?? "")
}
