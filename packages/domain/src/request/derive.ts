// What follows from a request without asking: whose consents they are, who stands first, what it is about in one line.
import type { ConsentScope } from "../consent/scope.ts"
import type { Request } from "./request.ts"
import type { RequestPerson } from "./step.ts"

export interface DerivedConsent {
  /** Place in `people`, or "asker" for someone who asks and is not among them. */
  readonly person: number | "asker"
  readonly scope: ConsentScope
  readonly givenBy: "person" | "asker"
  readonly how: "written" | "oral" | "reported"
}

/**
 * Whose word each tick is. Only someone who asks for herself can tick her own consent here; everything said about another person,
 * "he agrees" and "she signed" included, is that person's consent as *reported* until a member has it from them.
 * A bare scope is the asker's own.
 */
export function consentsOf(request: Request): DerivedConsent[] {
  return (request.consents ?? []).map((given): DerivedConsent => {
    const forSelf = request.asking === "self"
    if (typeof given === "string") return { person: forSelf ? 0 : "asker", scope: given, givenBy: "person", how: "written" }
    const own = forSelf && given.person === 0
    if (!own) return { person: given.person, scope: given.scope, givenBy: given.givenBy, how: "reported" }
    return { person: 0, scope: given.scope, givenBy: "person", how: given.how ?? "written" }
  })
}

/** The person it is mainly about: marked as principal, else the first with a name. */
export function principalOf(request: Request): number {
  const marked = request.people.findIndex((person) => person.relation === "principal")
  if (marked >= 0) return marked
  return Math.max(
    0,
    request.people.findIndex((person) => person.names !== undefined),
  )
}

/** How a person is called in a list: Cyrillic where there is any, else the first Latin form. */
export function callName(person: RequestPerson): string {
  const name = person.names?.cyrillic ?? person.names?.latin?.[0]
  return name === undefined ? "" : [name.surname, name.given].filter((part) => part !== undefined).join(" ")
}

/** Whether a government's removal of someone is said to be near: any danger but the unnamed kind, or a removal date. */
export function speaksOfRemoval(request: Request): boolean {
  return (request.danger !== undefined && request.danger.kind !== "other") || request.order?.removalDate !== undefined
}
