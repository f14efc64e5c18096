// Everyone on opened cards, made ready to be found: texts and numbers at once, names' keys when likeness is first asked for.
import { type PersonFacts as Compared, nameKeys } from "@safe-conduct/domain/person"
import type { Id } from "@safe-conduct/wire"
import { pause } from "../pause.ts"
import { callNameOf, namesOf } from "./called.ts"
import type { CaseCard } from "./case-card.ts"
import type { HeldCard } from "./cards.ts"
import type { Core } from "./core.ts"

export interface Indexed {
  readonly stream: Id
  readonly person: string
  readonly text: string
  readonly digits: string
  readonly facts: Compared
  readonly name: string
  readonly latin: string
  readonly aNumber: string | null
}
export interface Index {
  readonly revision: number
  readonly people: readonly Indexed[]
  /** Names' keys cost ten times the texts, so they are made when likeness is first asked for. */
  byKey: ReadonlyMap<string, readonly number[]> | null
  /** What the last words left over: whoever types on searches in these alone. */
  last: { readonly words: readonly string[]; readonly left: readonly Indexed[] } | null
}

export const folded = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll("ё", "е").replace(/\s+/gu, " ").trim()

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
      text: folded([...spoken, person.facility?.name ?? "", person.facility?.code ?? "", facts.word ?? ""].join(" ")),
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

export function indexOf(core: Core): Index {
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
    await pause(20)
    if (!open()) return
    for (const held of cards.slice(from, from + PART)) peopleOf(held)
  }
  indexOf(core)
}

export function keysOf(index: Index): ReadonlyMap<string, readonly number[]> {
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
