// From answers to request.json: what was not answered is left out, nothing is guessed, and a name stands where each answer came from.
import { type Request, readRequest } from "@safe-conduct/domain/request"
import type { PlainDate } from "@safe-conduct/domain/time"
import { dayText } from "@safe-conduct/ui/typed-day.ts"
import type { ActivityAnswers, Answers, PersonAnswers } from "./answers.ts"

/** Drops what is empty; an object left with nothing is nothing. */
function given<T extends Record<string, unknown>>(fields: T): Partial<T> | undefined {
  const left = Object.entries(fields).filter(([, value]) => value !== undefined && value !== "" && value !== null)
  return left.length === 0 ? undefined : (Object.fromEntries(left) as Partial<T>)
}

export function personOf(person: PersonAnswers, first: boolean): Record<string, unknown> {
  const cyrillic = given({ surname: person.surname.trim(), given: person.given.trim(), patronymic: person.patronymic.trim() })
  const latin = given({ surname: person.latinSurname.trim(), given: person.latinGiven.trim() })
  return {
    ...given({
      names: given({ cyrillic, latin: latin && [latin] }),
      aNumber: person.aNumber.trim(),
      born: dayText(person.born),
      relation: first ? "principal" : person.relation,
      where:
        person.where &&
        given({
          kind: person.where,
          // An address of someone who is free is never asked for, so what may have been typed before the change is not sent.
          facility: person.where === "free" ? "" : person.facility.trim(),
          state: person.where === "free" ? "" : person.state.trim(),
          since: dayText(person.since),
        }),
      health: person.health.trim(),
    }),
  }
}

export const activityOf = (one: ActivityAnswers): Record<string, unknown> => ({
  ...given({ kind: one.kind || "other", what: one.what.trim(), when: dayText(one.when, true), where: one.where.trim() }),
})

const blank = (one: ActivityAnswers): boolean =>
  one.kind === "" && activityOf({ ...one, kind: "other" })["what"] === undefined && one.where.trim() === ""

/** The whole request, unchecked. An activity left blank is dropped, and files keep their place among those that stay. */
export function toRequest(a: Answers): Record<string, unknown> {
  const kept = a.activities.map((one, at) => ({ one, at })).filter(({ one }) => !blank(one))
  const place = (at: number | null) => {
    const found = kept.findIndex((one) => one.at === at)
    return found === -1 ? undefined : found
  }
  const contact =
    a.mayContact === "yes" ? given({ how: a.contactHow.trim(), when: a.contactWhen.trim(), neverSay: a.neverSay.trim() }) : undefined
  const people = a.people.map((person, at) => personOf(person, at === 0))
  const counsel =
    a.hasLawyer === "yes"
      ? given({ name: a.lawyerName.trim(), contact: a.lawyerContact.trim(), for: a.lawyerFor.trim() })
      : a.hasLawyer === "no"
        ? { for: "none" }
        : undefined
  if (people[0] && counsel) people[0]["counsel"] = counsel
  const danger = dangerOf(a)
  return {
    v: 1,
    language: a.language,
    asking: a.asking || "relative",
    ...given({
      asker: given({
        name: a.askerName.trim(),
        relation: a.asking === "self" ? "" : a.relation.trim(),
        contact,
        theyKnow: a.asking === "self" ? "" : a.theyKnow,
      }),
      danger,
      order: a.orderExists && given({ exists: a.orderExists, on: dayText(a.orderOn), removalDate: dayText(a.removal) }),
      hearing: given({ kind: a.hearingKind, at: [dayText(a.hearingOn), a.hearingTime.trim()].filter(Boolean).join(" ") }),
      entry: given({ how: a.entryHow, on: dayText(a.entryOn) }),
      activities: kept.length > 0 ? kept.map(({ one }) => activityOf(one)) : undefined,
      fears: a.fears.trim(),
      files:
        a.files.length > 0
          ? a.files.map((file) => ({
              ...given({ name: file.name.slice(0, 255), caption: file.caption.trim(), activity: place(file.activity) }),
            }))
          : undefined,
      message:
        a.happening.trim() && a.message.trim() ? `${a.happening.trim()}\n\n${a.message.trim()}` : a.happening.trim() || a.message.trim(),
    }),
    people,
    wake: a.wake,
    askedBefore: a.askedBefore,
    // The asker's own tick, and the only one: it lets the desk read what she sends and allows nothing about anybody else.
    consents: a.intake ? [{ person: 0, scope: "INTAKE", givenBy: a.asking === "self" ? "person" : "asker", how: "written" }] : [],
  }
}

function dangerOf(a: Answers) {
  const rest = given({ at: a.dangerAt.trim(), text: a.dangerText.trim() })
  return a.dangerKind || rest ? { kind: a.dangerKind || "other", ...rest } : undefined
}

export type Checked =
  | { readonly ok: true; readonly request: Request }
  | { readonly ok: false; readonly error: string; readonly at?: string; readonly params?: Readonly<Record<string, string | number>> }

export const checkedRequest = (answers: Answers, today: string): Checked => readRequest(toRequest(answers), today as PlainDate)
