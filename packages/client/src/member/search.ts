// Finding people among opened cards: by any part of a name in either script, by A-number, by likeness across spellings.
import { type PersonFacts as Compared, type PersonName, likelySame, nameKeys, samePerson } from "@safe-conduct/domain/person"
import type { Id } from "@safe-conduct/wire"
import type { CaseCard } from "./case-card.ts"
import type { HeldCard } from "./cards.ts"
import type { Core } from "./core.ts"
import { callNameOf, namesOf, rowsOf } from "./rows.ts"
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
  readonly revision: number
  readonly people: readonly Indexed[]
  /** Names' keys cost ten times the texts, so they are made when likeness is first asked for. */
  byKey: ReadonlyMap<string, readonly number[]> | null
  /** What the last words left over: whoever types on searches in these alone. */
  last: { readonly words: readonly string[]; readonly left: readonly Indexed[] } | null
}

const folded = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll("ё", "е").replace(/\s+/gu, " ").trim()

const indexes = new WeakMap<Core, Index>()
/** A card's people, as long as the card stands: one that changed costs one card. */
const known = new WeakMap<CaseCard, readonly Indexed[]>()

function peopleOf({ stream, facts }: HeldCard<CaseCard>): readonly Indexed[] {
  const before = known.get(facts)
  if (before !== undefined) return before
  const made = facts.people.map((person): Indexed => {
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
  known.set(facts, made)
  return made
}

function indexOf(core: Core): Index {
  const revision = core.cards.revision()
  const before = indexes.get(core)
  if (before?.revision === revision) return before
  const made: Index = { revision, people: core.cards.all().flatMap(peopleOf), byKey: null, last: null }
  indexes.set(core, made)
  return made
}

/** Made ready a few cards at a time, so that the first key finds it and nobody waits behind it. */
export async function prepareSearch(core: Core, open: () => boolean): Promise<void> {
  const PART = 500
  const cards = core.cards.all()
  for (let from = 0; from < cards.length; from += PART) {
    await new Promise((done) => setTimeout(done, 20))
    if (!open()) return
    for (const held of cards.slice(from, from + PART)) peopleOf(held)
  }
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

interface Found {
  readonly one: Indexed
  readonly rank: number
}
const before = (rank: number, one: Indexed, other: Found): boolean => (rank === other.rank ? one.name < other.one.name : rank < other.rank)

/** The first fifty in order. One letter finds everybody, and to sort them all takes longer than to find them. */
function first(found: readonly Indexed[], text: string): readonly Found[] {
  const best: Found[] = []
  const inner = ` ${text}`
  for (const one of found) {
    const rank = one.text.startsWith(text) ? 0 : one.text.includes(inner) ? 1 : 2
    if (best.length === MOST && !before(rank, one, best[MOST - 1] as Found)) continue
    let at = best.length
    while (at > 0 && before(rank, one, best[at - 1] as Found)) at--
    best.splice(at, 0, { one, rank })
    if (best.length > MOST) best.pop()
  }
  return best
}

/** Who holds every word. Whoever held the words before can only become fewer as they grow. */
function withWords(index: Index, words: readonly string[]): readonly Indexed[] {
  const { last } = index
  const narrower = last?.words.every((word) => words.some((now) => now.includes(word))) === true
  const left = (narrower ? (last?.left ?? []) : index.people).filter((one) => words.every((word) => one.text.includes(word)))
  index.last = { words, left }
  return left
}

export function searchCards(core: Core, typed: string): readonly SearchHit[] {
  const text = folded(typed)
  const digits = typed.replace(/[^0-9]/g, "").replace(/^0+/, "")
  if (text === "") return []
  const words = text.split(" ").filter((word) => !/^a?[\d -]+$/.test(word))
  const index = indexOf(core)
  const found =
    words.length > 0 ? withWords(index, words) : digits.length >= 3 ? index.people.filter((one) => one.digits.includes(digits)) : []
  return first(found, text).map(({ one }) => {
    const held = core.cards.get(one.stream)
    return {
      stream: one.stream,
      person: one.person,
      name: one.name,
      latin: one.latin,
      aNumber: one.aNumber,
      urgency: (held === undefined ? undefined : rowsOf(core, [held])[0]?.urgency) ?? "N",
    }
  })
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
