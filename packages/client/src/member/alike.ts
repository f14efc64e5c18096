// Likely the same person, across spellings: only those who share a key are compared at all.
import { type PersonFacts as Compared, type PersonName, likelySame, nameKeys, samePerson } from "@safe-conduct/domain/person"
import type { Core } from "./core.ts"
import { type Indexed, indexOf, keysOf } from "./people-index.ts"
import type { Alike, PersonFacts } from "./vault-port.ts"

/** Only those who share a number, a birth date or a name's key are compared at all. */
export function alikeAmong(core: Core, facts: PersonFacts, from = 40): readonly Omit<Alike, "index">[] {
  const index = indexOf(core)
  const { people } = index
  const byKey = keysOf(index)
  const names: readonly PersonName[] = facts.names ?? []
  const keys = [
    ...names.flatMap((name) => [...nameKeys(name)].map((key) => `n:${key}`)),
    ...(facts.aNumbers ?? []).map((number) => `a:${number}`),
    ...(facts.born === undefined ? [] : [`b:${facts.born}`]),
  ]
  const near = new Set(keys.flatMap((key) => byKey.get(key) ?? []))
  const compared: Compared = { names, aNumbers: (facts.aNumbers ?? []) as never, born: facts.born as never }
  return [...near]
    .map((at) => {
      const one = people[at] as Indexed
      return { one, same: samePerson(compared, one.facts) }
    })
    .filter(({ same }) => same.score >= from)
    .sort((a, b) => b.same.score - a.same.score)
    .slice(0, 8)
    .map(({ one, same }) => ({
      stream: one.stream,
      person: one.person,
      name: one.name,
      score: same.score,
      reasons: same.reasons,
      likely: same.score >= likelySame,
    }))
}
