// Is there a consent that carries this step, for this person, now. Law: asked in folds, so it takes its moment and reads no clock.
import { ageAt } from "../person/date.ts"
import { dayMs, hourMs, type Instant } from "../time/instant.ts"
import { fromDayNumber, type PlainDate } from "../time/plain-date.ts"
import type { Consent } from "./consent.ts"
import { type ConsentScope, needsAbout, onlyInPerson, reachesGovernment } from "./scope.ts"

export interface ConsentSubject {
  readonly person: string
  /** Unknown: treated as an adult, who alone can speak. */
  readonly born?: PlainDate | undefined
}

export interface ConsentAges {
  readonly adultAt: number
  readonly assentFrom: number
  readonly writtenWithinHours: number
}

export const missingConsents = [
  "consent-none",
  "consent-withdrawn",
  "consent-expired",
  "consent-by-someone-else",
  "consent-only-reported",
  "consent-interpreter-needed",
  "consent-second-witness-needed",
  "consent-read-back-needed",
  "consent-written-overdue",
  "consent-guardian-needed",
  "consent-independent-representative-needed",
  "consent-assent-needed",
] as const
export type MissingConsent = (typeof missingConsents)[number]

export type Satisfied =
  | { readonly ok: true; readonly by: Consent; readonly writtenDue?: Instant }
  | { readonly ok: false; readonly missing: MissingConsent }

const missing = (code: MissingConsent): Satisfied => ({ ok: false, missing: code })

/**
 * `on` is the moment of the step. Age is counted on the day at Greenwich, which is never behind America: on the eve of a birthday
 * the stricter rule, the person's own word, applies some hours early. `about` names the voucher or relative where the scope has one.
 */
export function satisfies(
  consents: readonly Consent[],
  subject: ConsentSubject,
  scope: ConsentScope,
  on: Instant,
  ages: ConsentAges,
  about?: string,
): Satisfied {
  if (needsAbout(scope) && about === undefined) return missing("consent-none")
  const all = consents.filter((row) => row.person === subject.person && row.scope === scope && row.at <= on)
  const rows = stopped(about === undefined ? all : all.filter((row) => row.about === about), on)
  const born = subject.born
  const age = born === undefined ? ages.adultAt : ageAt(born, fromDayNumber(Math.floor(on / dayMs)))
  if (age >= ages.adultAt) return adult(rows, scope, on, ages)
  const guardian = best(
    rows.filter(byGuardian).map((row) => carries(row, scope, on, ages)),
    rows.some(byGuardian) ? "consent-none" : "consent-guardian-needed",
  )
  if (!guardian.ok || age < ages.assentFrom) return guardian
  const assent = best(
    rows.filter(byPerson).map((row) => carries(row, scope, on, ages)),
    "consent-assent-needed",
  )
  return assent.ok ? withEarlierPaper(guardian, assent) : assent
}

/** An adult's own word; for the rest of the scopes an asker's is enough to begin work, never to expose or move anyone. */
function adult(rows: readonly Consent[], scope: ConsentScope, on: Instant, ages: ConsentAges): Satisfied {
  const own = rows.filter(byPerson)
  const answer = best(
    own.map((row) => carries(row, scope, on, ages)),
    rows.length === 0 ? "consent-none" : "consent-by-someone-else",
  )
  if (answer.ok || onlyInPerson(scope)) return answer
  const forThem = rows.filter((row) => !byPerson(row)).find((row) => live(row, on) === null && spokenFor.has(scope))
  return forThem === undefined ? answer : { ok: true, by: forThem }
}

/** What an asker may begin for someone else: keeping the request, and calling a lawyer named by the family. */
const spokenFor: ReadonlySet<ConsentScope> = new Set(["INTAKE", "CONTACT_COUNSEL"])

/** Taking one's word back stops every word given before, on whatever paper; a later one stands again. */
function stopped(rows: readonly Consent[], on: Instant): Consent[] {
  const taken = rows.filter((row) => (byPerson(row) || byGuardian(row)) && row.withdrawn !== undefined && row.withdrawn <= on)
  const last = Math.max(...taken.map((row) => row.withdrawn as number))
  return rows.map((row) => (row.withdrawn === undefined && row.at <= last ? { ...row, withdrawn: last as Instant } : row))
}

const byPerson = (row: Consent): boolean => row.givenBy.who === "person"
const byGuardian = (row: Consent): boolean => row.givenBy.who === "guardian" || row.givenBy.who === "independent-representative"

function live(row: Consent, on: Instant): MissingConsent | null {
  if (row.withdrawn !== undefined && row.withdrawn <= on) return "consent-withdrawn"
  if (row.until !== undefined && row.until <= on) return "consent-expired"
  return null
}

/** Whether one row, given by the right person, carries the step. */
function carries(row: Consent, scope: ConsentScope, on: Instant, ages: ConsentAges): Satisfied {
  const dead = live(row, on)
  if (dead !== null) return missing(dead)
  if (row.givenBy.who === "guardian" && row.givenBy.conflict === true) return missing("consent-independent-representative-needed")
  if (row.how === "written") return { ok: true, by: row }
  if (row.how === "reported")
    return onlyInPerson(scope) || reachesGovernment(scope) ? missing("consent-only-reported") : { ok: true, by: row }
  if (!reachesGovernment(scope))
    return onlyInPerson(scope) && row.witness === undefined ? missing("consent-second-witness-needed") : { ok: true, by: row }
  if (row.interpreter === undefined) return missing("consent-interpreter-needed")
  if (row.witness === undefined) return missing("consent-second-witness-needed")
  if (row.readBack !== true) return missing("consent-read-back-needed")
  const due = writtenBy(row, ages)
  return on < due ? { ok: true, by: row, writtenDue: due } : missing("consent-written-overdue")
}

/** The first that carries; else the reason nearest to carrying; else `none`. */
function best(answers: readonly Satisfied[], none: MissingConsent): Satisfied {
  const good = answers.filter((answer) => answer.ok)
  const paper = good.find((answer) => answer.writtenDue === undefined)
  const latest = good.toSorted((a, b) => (b.writtenDue ?? 0) - (a.writtenDue ?? 0))[0]
  return paper ?? latest ?? answers.at(-1) ?? missing(none)
}

function withEarlierPaper(guardian: Satisfied & { ok: true }, assent: Satisfied & { ok: true }): Satisfied {
  const dues = [guardian.writtenDue, assent.writtenDue].filter((due) => due !== undefined)
  return dues.length === 0 ? guardian : { ...guardian, writtenDue: Math.min(...dues) as Instant }
}

/** When the clock of a spoken consent has run out: by then it is on paper, or is given again. */
export const writtenBy = (row: Consent, ages: ConsentAges): Instant => (row.at + ages.writtenWithinHours * hourMs) as Instant

/** When the paper for an oral consent falls due, for the desk's list: null where none is owed. */
export function writtenDue(row: Consent, ages: ConsentAges): Instant | null {
  return row.how === "oral" && reachesGovernment(row.scope) && row.withdrawn === undefined ? writtenBy(row, ages) : null
}
