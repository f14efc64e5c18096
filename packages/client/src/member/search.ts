// Finding people among opened cards: by any part of a name in either script, by A-number, by likeness across spellings.
import { type PersonFacts as Compared, type PersonName, likelySame, nameKeys, samePerson } from "@safe-conduct/domain/person"
import type { Id } from "@safe-conduct/wire"
import type { Core } from "./core.ts"
import { callNameOf, namesOf, rowsNow } from "./rows.ts"
import type { Alike, PersonFacts, SearchHit } from "./vault-port.ts"

interface Indexed {
  readonly stream: Id
  readonly person: string
  readonly text: string
  readonly digits: string
  readonly facts: Compared
  readonly name: string
  readonly latin: string
  readonly aNumber: string | null
}
interface Index {
  readonly key: string
  readonly people: readonly Indexed[]
  /** Names' keys cost ten times the texts, so they are made when likeness is first asked for. */
  byKey: ReadonlyMap<string, readonly number[]> | null
}

const folded = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll("ё", "е").replace(/\s+/gu, " ").trim()

const indexes = new WeakMap<Core, Index>()

/** Built anew when any card changed: 10,000 cards take some tens of milliseconds once, and a keystroke then only scans. */
function indexOf(core: Core): Index {
  const cards = core.cards.all()
  const key = `${cards.length}:${cards.reduce((sum, card) => sum + card.version, 0)}`
  const known = indexes.get(core)
  if (known?.key === key) return known
  const people = cards
    .flatMap(({ stream, facts }) => facts.people.map((person) => ({ stream, person })))
    .map(({ stream, person }): Indexed => {
      const names = namesOf(person)
      const numbers = person.aNumbers ?? []
      const spoken = names.flatMap((name) => [name.surname, name.given, name.patronymic, name.surname]).filter((part) => part !== undefined)
      const latin = names.find((name) => name.script === "latin")
      return {
        stream,
        person: person.id,
        text: folded([...spoken, person.facility?.name ?? "", person.facility?.code ?? ""].join(" ")),
        digits: numbers.map((number) => number.replace(/\D/g, "")).join(" "),
        facts: { names, aNumbers: numbers as never, born: person.born as never },
        name: callNameOf(names),
        latin: latin === undefined ? "" : [latin.given, latin.surname].filter(Boolean).join(" "),
        aNumber: numbers[0] ?? null,
      }
    })
  const made: Index = { key, people, byKey: null }
  indexes.set(core, made)
  return made
}

function keysOf(index: Index): ReadonlyMap<string, readonly number[]> {
  if (index.byKey !== null) return index.byKey
  const byKey = new Map<string, number[]>()
  const put = (name: string, at: number): void => {
    const list = byKey.get(name)
    if (list === undefined) byKey.set(name, [at])
    else if (list.at(-1) !== at) list.push(at)
  }
  for (const [at, { facts }] of index.people.entries()) {
    for (const name of facts.names) for (const one of nameKeys(name)) put(`n:${one}`, at)
    for (const number of facts.aNumbers) put(`a:${number}`, at)
    if (facts.born !== undefined && facts.born !== null) put(`b:${facts.born}`, at)
  }
  index.byKey = byKey
  return byKey
}

const MOST = 50

export function searchCards(core: Core, typed: string): readonly SearchHit[] {
  const text = folded(typed)
  const digits = typed.replace(/[^0-9]/g, "").replace(/^0+/, "")
  if (text === "") return []
  const words = text.split(" ").filter((word) => !/^a?[\d -]+$/.test(word))
  const byNumber = digits.length >= 3 && words.length === 0
  const { people } = indexOf(core)
  const found: { one: Indexed; rank: number }[] = []
  for (const one of people) {
    if (byNumber ? one.digits.includes(digits) : words.length > 0 && words.every((word) => one.text.includes(word))) {
      found.push({ one, rank: one.text.startsWith(text) ? 0 : one.text.includes(` ${text}`) ? 1 : 2 })
    }
  }
  const urgency = new Map(rowsNow(core).map((row) => [row.stream, row.urgency]))
  return found
    .sort((a, b) => a.rank - b.rank || (a.one.name < b.one.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ one }) => ({
      stream: one.stream,
      person: one.person,
      name: one.name,
      latin: one.latin,
      aNumber: one.aNumber,
      urgency: urgency.get(one.stream) ?? "N",
    }))
}

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
