// One shape for everything that is not accepted: a code, where, and figures for the sentence. Bugs throw; refusals are values.
// The sentence itself is looked up by code in the reader's language, so a fold never holds words.
import type { BaseIssue } from "valibot"

export interface Refusal {
  readonly error: string
  /** JSON pointer (RFC 6901) to what was refused. */
  readonly at?: string
  readonly params?: Readonly<Record<string, string | number>>
}

export function refusal(error: string, at?: string, params?: Readonly<Record<string, string | number>>): Refusal {
  return { error, ...(at === undefined ? {} : { at }), ...(params === undefined ? {} : { params }) }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && typeof (value as { error?: unknown }).error === "string"
}

/** RFC 6901: `~` and `/` inside a key are escaped; the empty path is the whole document. */
export function pointer(path: readonly (string | number)[]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")
}

const ownCode = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** What a schema found wrong, as one refusal: an unknown key is told first, since it is why the rest may look missing. */
export function refusalFromIssues(issues: readonly BaseIssue<unknown>[]): Refusal {
  const unknown = issues.find((issue) => codeOf(issue) === "unknown-key")
  const first = unknown ?? issues[0]
  if (first === undefined) throw new Error("a refusal needs an issue")
  const path = (first.path ?? []).map((item) => item.key as string | number)
  const requirement = first as { requirement?: unknown }
  return refusal(codeOf(first), pointer(path), typeof requirement.requirement === "number" ? { limit: requirement.requirement } : undefined)
}

function codeOf(issue: BaseIssue<unknown>): string {
  if (ownCode.test(issue.message)) return issue.message
  if (issue.type === "strict_object" && issue.expected === "never") return "unknown-key"
  if (issue.received === "undefined") return "missing"
  if (issue.type === "picklist" || issue.type === "literal" || issue.type === "variant") return "not-one-of"
  if (issue.type === "max_length" || issue.type === "max_bytes") return "too-long"
  if (issue.type === "min_length" || issue.type === "non_empty") return "too-short"
  if (issue.kind === "schema") return "wrong-type"
  return "malformed"
}
