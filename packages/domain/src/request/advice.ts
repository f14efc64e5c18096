// What is worth a second look before sending. Advice never stops anyone: dates are kept as typed, and the asker may know better.
import { dayMonthAmbiguous } from "../person/date.ts"
import type { PlainDate } from "../time/plain-date.ts"
import type { Request } from "./request.ts"

export interface Advice {
  readonly code:
    | "day-month-ambiguous"
    | "order-in-future"
    | "removal-date-passed"
    | "detained-since-future"
    | "country-not-russia"
    | "one-script-only"
  readonly at: string
}

export function advice(request: Request, today: PlainDate): Advice[] {
  const found: Advice[] = []
  const say = (code: Advice["code"], at: string): void => {
    found.push({ code, at })
  }
  for (const [i, person] of request.people.entries()) {
    if (person.born !== undefined && dayMonthAmbiguous(person.born)) say("day-month-ambiguous", `/people/${i}/born`)
    if (person.where?.since !== undefined && person.where.since > today) say("detained-since-future", `/people/${i}/where/since`)
    if (person.citizenship !== undefined && !/^(ru|rus|russia|россия|рф|russie)$/i.test(person.citizenship.trim())) {
      say("country-not-russia", `/people/${i}/citizenship`)
    }
    const names = person.names
    if (names !== undefined && (names.cyrillic === undefined || (names.latin?.length ?? 0) === 0))
      say("one-script-only", `/people/${i}/names`)
  }
  if (request.order?.on !== undefined && request.order.on > today) say("order-in-future", "/order/on")
  if (request.order?.removalDate !== undefined && request.order.removalDate < today) say("removal-date-passed", "/order/removalDate")
  return found
}
