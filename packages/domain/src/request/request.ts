// What a person may send. Only the version, the language, who asks and one name must be there: everything else can come later.
import * as v from "valibot"
import { ConsentScope } from "../consent/scope.ts"
import { birthRefusal } from "../person/date.ts"
import { type Refusal, refusal, refusalFromIssues } from "../refusal.ts"
import type { PlainDate } from "../time/plain-date.ts"
import { requestLimits as limit } from "./limits.ts"
import {
  Activity,
  Asker,
  Asking,
  Danger,
  Fears,
  Language,
  RequestConsent,
  RequestEntry,
  RequestFile,
  RequestHearing,
  RequestOrder,
  RequestPerson,
  RequestText,
} from "./step.ts"

export const Request = v.strictObject({
  v: v.literal(1, "request-version"),
  language: Language,
  asking: Asking,
  asker: v.optional(Asker),
  danger: v.optional(Danger),
  /** Asks that someone be woken now. */
  wake: v.optional(v.boolean()),
  askedBefore: v.optional(v.boolean()),
  people: v.pipe(v.array(RequestPerson), v.minLength(1, "person-missing"), v.maxLength(limit.people, "too-many")),
  order: v.optional(RequestOrder),
  hearing: v.optional(RequestHearing),
  entry: v.optional(RequestEntry),
  activities: v.optional(v.pipe(v.array(Activity), v.maxLength(limit.activities, "too-many"))),
  fears: v.optional(Fears),
  files: v.optional(v.pipe(v.array(RequestFile), v.maxLength(limit.files, "too-many"))),
  /** A bare scope is the asker's own consent. */
  consents: v.optional(
    v.pipe(
      v.array(v.lazy((given): typeof ConsentScope | typeof RequestConsent => (typeof given === "string" ? ConsentScope : RequestConsent))),
      v.maxLength(limit.consents, "too-many"),
    ),
  ),
  message: v.optional(RequestText),
})
export type Request = v.InferOutput<typeof Request>

export type ReadRequest = { readonly ok: true; readonly request: Request } | ({ readonly ok: false } & Refusal)

/** Reads request.json before sealing. `today` is the asker's day: a birth date after it is a slip of the finger. */
export function readRequest(given: unknown, today: PlainDate): ReadRequest {
  const asGiven = v.safeParse(Request, given)
  const unknown = asGiven.success ? null : refusalFromIssues(asGiven.issues)
  if (unknown?.error === "unknown-key") return { ok: false, ...unknown }
  const parsed = v.safeParse(Request, withoutBlanks(given))
  const no = parsed.success ? judge(parsed.output, today) : refusalFromIssues(parsed.issues)
  if (no !== null) return { ok: false, ...no }
  return { ok: true, request: parsed.output as Request }
}

/**
 * An empty field of a form or a sheet says nothing, so it is left out: blank text and null, and what holds nothing else.
 * Lists keep their places, because files and consents point at them; only a list of spellings may lose its empty ones.
 */
function withoutBlanks(given: unknown, key = "", depth = 0): unknown {
  if (depth > deepest) return given
  if (Array.isArray(given)) {
    const rows = given.map((row) => withoutBlanks(row, "", depth + 1))
    return key === "latin" ? rows.filter((row) => !emptied(row)) : rows
  }
  if (typeof given !== "object" || given === null) return given
  const kept = Object.entries(given).map(([name, value]) => [name, withoutBlanks(value, name, depth + 1)] as const)
  return Object.fromEntries(kept.filter(([, value]) => value !== null && !blank(value) && !emptied(value)))
}

// Deeper than any request goes: what is nested further is left to the schema, which refuses it without going down.
const deepest = 12

const blank = (value: unknown): boolean => typeof value === "string" && value.trim() === ""

const emptied = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0

/** What no schema of one field can see. */
function judge(request: Request, today: PlainDate): Refusal | null {
  for (const [i, person] of request.people.entries()) {
    const no = person.born === undefined ? null : birthRefusal(person.born, today, `/people/${i}/born`)
    if (no !== null) return no
  }
  if (request.people.every((person) => person.names === undefined)) return refusal("name-missing", "/people/0/names")
  for (const [i, consent] of (request.consents ?? []).entries()) {
    if (typeof consent !== "string" && consent.person >= request.people.length) return refusal("unknown-person", `/consents/${i}/person`)
  }
  for (const [i, file] of (request.files ?? []).entries()) {
    if (file.activity !== undefined && file.activity >= (request.activities?.length ?? 0)) {
      return refusal("unknown-activity", `/files/${i}/activity`)
    }
  }
  if (JSON.stringify(request).length > limit.whole) return refusal("request-too-long", "", { limit: limit.whole })
  return null
}
