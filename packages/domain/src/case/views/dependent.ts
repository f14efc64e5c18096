// Is a child a dependent child by age, as Canada counts it: under twenty-two and, once the family was referred, as old as on that day for
// good (IRPR 2 and 25.1(7)). Computed from the birth date as it is known now, so that a corrected one answers anew.
import { ageAt } from "../../person/date.ts"
import { addYears, addDays, type PlainDate } from "../../time/index.ts"
import { personOf } from "../person.ts"
import type { CaseState } from "../state.ts"
import { dayOf } from "./family.ts"

export type Dependency =
  | { readonly is: "unknown" }
  /** `on`: of the referral, which keeps her age; null where none stands, and then `turns` is the first day on which she is too old. */
  | { readonly is: "dependent" | "too-old"; readonly age: number; readonly on: PlainDate | null; readonly turns: PlainDate }

/** Null for whoever is not a child of the principal. `under`: the age from which nobody is a dependent child. */
export function dependencyOf(state: CaseState, person: string, today: PlainDate, under: number): Dependency | null {
  const child = personOf(state, person)
  if (child === null || child.relation !== "child") return null
  const { born } = child
  if (born === undefined) return { is: "unknown" }
  const on = referredOn(state, person)
  const age = ageAt(born, on ?? today)
  return { is: age < under ? "dependent" : "too-old", age, on, turns: birthday(born, under) }
}

/** The day on which the principal, or she herself, was first referred to Canada in a referral that nobody called back. */
function referredOn(state: CaseState, person: string): PlainDate | null {
  const counts = (one: string): boolean => one === person || personOf(state, one)?.relation === "principal"
  const rows = state.proposals.filter((row) => row.kind === "referral" && counts(row.person))
  const days = rows
    .filter((row) => row.step === "sent")
    .filter(
      (sent) =>
        !rows.some(
          (row) => row.step === "recalled" && row.proposal === sent.proposal && row.person === sent.person && row.made.seq > sent.made.seq,
        ),
    )
    .map((row) => row.on ?? dayOf(row.made.at))
  return days.toSorted()[0] ?? null
}

/** Like `ageAt`: whoever was born on 29 February is a year older on 1 March of a common year. */
function birthday(born: PlainDate, years: number): PlainDate {
  const day = addYears(born, years)
  return day.slice(8) === born.slice(8) ? day : addDays(day, 1)
}
