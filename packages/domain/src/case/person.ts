// A person as she is now known: what was first said, with what was said later laid over it. The history stays in the tables.
import type { PlainDate } from "../time/index.ts"
import type { AddPerson } from "./actions/add-person.ts"
import type { CaseState } from "./state.ts"

export type Described = AddPerson

export function personOf(state: CaseState, person: string): Described | null {
  const first = state.people.find((row) => row.person === person)
  if (first === undefined) return null
  const later = state.descriptions.filter((row) => row.person === person)
  const { made: _made, ...start } = first
  return later.reduce((known: Described, { made: _later, source: _source, ...row }) => {
    const said = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
    return { ...known, ...said }
  }, start)
}

export const peopleOf = (state: CaseState): readonly Described[] => state.people.map((row) => personOf(state, row.person) as Described)

export function bornOf(state: CaseState, person: string): PlainDate | undefined {
  return personOf(state, person)?.born
}
