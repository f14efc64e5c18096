// What to ask next, in order. Six answers are enough to send and to be found; the rest is asked later, when there is calm.
import type { Request } from "./request.ts"
import type { RequestPerson } from "./step.ts"
import { principalOf } from "./derive.ts"

export const firstSix = ["who", "number-or-birth", "where", "what-is-happening", "how-to-reach", "lawyer"] as const
export const later = [
  "latin-name",
  "country-of-birth",
  "order",
  "hearing",
  "entry",
  "family",
  "activities",
  "fears",
  "files",
  "they-know",
  "languages",
] as const
export type Question = (typeof firstSix)[number] | (typeof later)[number]

/** A draft is a request of which anything may still be absent, the names included. */
export type Draft = Partial<Omit<Request, "people">> & { readonly people?: readonly RequestPerson[] | undefined }

const answered: Record<Question, (draft: Draft, person: RequestPerson) => boolean> = {
  who: (_, person) => person.names !== undefined,
  "number-or-birth": (_, person) => person.aNumber !== undefined || person.born !== undefined,
  where: (_, person) => person.where !== undefined,
  "what-is-happening": (draft) =>
    draft.danger !== undefined || draft.order !== undefined || draft.fears !== undefined || draft.message !== undefined,
  "how-to-reach": (draft) => draft.asker?.contact?.how !== undefined,
  lawyer: (_, person) => person.counsel !== undefined,
  "latin-name": (_, person) => (person.names?.latin?.length ?? 0) > 0,
  "country-of-birth": (_, person) => person.countryOfBirth !== undefined,
  order: (draft) => draft.order !== undefined,
  hearing: (draft) => draft.hearing !== undefined,
  entry: (draft) => draft.entry !== undefined,
  family: (draft) => (draft.people?.length ?? 0) > 1,
  activities: (draft) => (draft.activities?.length ?? 0) > 0,
  fears: (draft) => draft.fears !== undefined,
  files: (draft) => (draft.files?.length ?? 0) > 0,
  // Someone who asks for herself knows; nobody else need be told.
  "they-know": (draft) => draft.asking === "self" || draft.asker?.theyKnow !== undefined,
  languages: (_, person) => (person.languages?.length ?? 0) > 0,
}

/** Every open question, nearest first. In danger only what helps within the hour is asked. */
export function missing(draft: Draft): Question[] {
  const person = draft.people?.[draft.people.length === 0 ? 0 : principalOf({ people: draft.people } as Request)] ?? {}
  const order: readonly Question[] = draft.wake === true ? firstSix : [...firstSix, ...later]
  return order.filter((question) => !answered[question](draft, person))
}

/** The six are answered: it may be sent. A name alone may be sent too; the page asks for six and never insists. */
export function sixAnswered(draft: Draft): boolean {
  return !missing({ ...draft, wake: true }).length
}
