// What a step finds wrong, by field. The judge is the same as for the whole request; it is only shown one answer at a time.
import { readRequest } from "@safe-conduct/domain/request"
import type { PlainDate } from "@safe-conduct/domain/time"
import { dayText } from "@safe-conduct/ui/typed-day.ts"
import type { Answers } from "./answers.ts"
import type { Step } from "./steps.ts"
import { activityOf, personOf, toRequest } from "./to-request.ts"

export interface Found {
  readonly error: string
  readonly params?: Readonly<Record<string, string | number>> | undefined
}
/** Keyed by the field's id: the JSON pointer with hyphens, as in `people-0-born`. */
export type Errors = Readonly<Record<string, Found>>

export const idOf = (pointer: string): string => pointer.replace(/^\//, "").replaceAll("/", "-")

const base = { v: 1, language: "ru", asking: "self", people: [{ names: { cyrillic: { given: "x" } } }] }

/** One answer alone in an otherwise good request. */
function judge(part: Record<string, unknown>, today: string): Found | null {
  const read = readRequest({ ...base, ...part }, today as PlainDate)
  return read.ok ? null : { error: read.error, params: read.params }
}

export function checkStep(step: Step, a: Answers, today: string): Errors {
  const errors: Record<string, Found> = {}
  const put = (id: string, found: Found | null) => {
    if (found) errors[id] = found
  }
  const whole = toRequest(a)
  const names = { cyrillic: { given: "x" } }
  const people = (from: number) => {
    for (const [at, person] of a.people.entries()) {
      if (at < from) continue
      const all = personOf(person, at === 0)
      put(
        `people-${at}-names`,
        all["names"] === undefined ? { error: "name-missing" } : judge({ people: [{ names: all["names"] }] }, today),
      )
      for (const key of ["aNumber", "born"])
        if (all[key] !== undefined) put(`people-${at}-${key}`, judge({ people: [{ names, [key]: all[key] }] }, today))
    }
  }
  const place = (at: number) => {
    const person = a.people[at]
    if (!person) return
    const where = personOf(person, at === 0)["where"] as Record<string, unknown> | undefined
    if (where?.["since"] !== undefined)
      put(`people-${at}-where-since`, judge({ people: [{ names, where: { kind: "unknown", since: where["since"] } }] }, today))
    for (const key of ["facility", "state"])
      if (where?.[key] !== undefined)
        put(`people-${at}-where-${key}`, judge({ people: [{ names, where: { kind: "unknown", [key]: where[key] } }] }, today))
  }
  const day = (id: string, text: string | undefined) => text !== undefined && put(id, judge({ order: { exists: "yes", on: text } }, today))
  const checks: Partial<Record<Step, () => void>> = {
    who: () => {
      if (a.asking === "") put("asking", { error: "choose-one" })
      if (whole["asker"]) put("asker-name", judge({ asker: whole["asker"] }, today))
    },
    person: () => people(0),
    where: () => place(0),
    what: () => {
      day("order-on", dayText(a.orderOn))
      day("order-removalDate", dayText(a.removal))
      day("hearing-on", dayText(a.hearingOn))
      put("message", judge({ message: a.happening }, today))
    },
    reach: () => {
      if (a.mayContact === "yes" && a.contactHow.trim() === "") put("asker-contact-how", { error: "missing" })
      put("asker-contact-how", errors["asker-contact-how"] ?? judge({ asker: { contact: { how: a.contactHow } } }, today))
    },
    lawyer: () =>
      put(
        "counsel-name",
        judge({ people: [{ names, counsel: { name: a.lawyerName, contact: a.lawyerContact, for: a.lawyerFor } }] }, today),
      ),
    now: () => people(0),
    family: () => {
      people(1)
      for (const at of a.people.keys()) if (at > 0) place(at)
    },
    activities: () => {
      for (const [at, one] of a.activities.entries()) {
        const { when, ...rest } = activityOf(one)
        if (when !== undefined) put(`activities-${at}-when`, judge({ activities: [{ kind: "other", when }] }, today))
        put(`activities-${at}-what`, judge({ activities: [rest] }, today))
      }
    },
    entry: () => day("entry-on", dayText(a.entryOn)),
    papers: () => {
      for (const [at, file] of a.files.entries())
        put(`files-${at}-caption`, judge({ files: [{ name: "x", caption: file.caption }] }, today))
    },
    review: () => {
      if (!a.intake) put("intake", { error: "consent-missing" })
    },
  }
  checks[step]?.()
  return errors
}
