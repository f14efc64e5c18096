// The roll call over cards and register: lines of a sighting with whoever they were found to be, suggestions for the others, and the
// sentence that goes to each family. Nobody is matched and nobody is told by itself.
import { unpackEvent } from "@safe-conduct/domain/case"
import { findFacilities } from "@safe-conduct/domain/custody"
import { type MentionKeys, mentionFits, mentionKeys, mentionOf } from "@safe-conduct/domain/person"
import type { CardPerson } from "@safe-conduct/domain/case"
import { type Seen, sightingPeople } from "@safe-conduct/domain/register"
import { randomId } from "@safe-conduct/sealing/seal"
import type { Id } from "@safe-conduct/wire"
import { type Result, ok } from "../result.ts"
import { called, callNameOf, namesOf } from "./called.ts"
import type { Core } from "./core.ts"
import { lawNow } from "./law-book.ts"
import { requestOf } from "./mail.ts"
import { type Index, type Indexed, indexOf } from "./people-index.ts"
import { reply } from "./reply.ts"
import type { NewRoll, RollCall, RollLine, RollPerson, RollSuggestion, TellGiven, ToldNow } from "./roll-port.ts"

/** The latest first. */
export function rollCalls(core: Core): readonly RollCall[] {
  const { state } = core.register.folded()
  return state.sightings
    .map(
      (row): RollCall => ({
        sighting: row.sighting,
        kind: row.kind,
        at: String(row.at),
        place: row.place,
        source: row.source ?? null,
        confidence: row.confidence,
        note: row.note ?? null,
        by: core.nameOf(row.made.by),
        since: row.made.at,
        lines: sightingPeople(state, row.sighting).map((seen) => lineOf(core, seen)),
      }),
    )
    .reverse()
}

export async function beginRoll(core: Core, { names, ...given }: NewRoll): Promise<Result<{ readonly sighting: string }>> {
  const sighting = randomId()
  const people = names.map((text) => ({ text: text.slice(0, 200) }))
  const done = await core.register.act([{ does: "record-sighting", input: { ...given, sighting, people } }])
  if (!done.ok) return done
  core.emit({ what: "register" })
  return ok({ sighting })
}

function lineOf(core: Core, seen: Seen): RollLine {
  const { index, text, as, why } = seen
  return { index, text, as, why: why ?? null, who: personOf(core, seen) }
}

/** Null also where her case may not be read: then the line's own words are all there is. */
function personOf(core: Core, { case: stream, person, told }: Seen): RollPerson | null {
  if (stream === undefined || person === undefined) return null
  const held = core.cards.get(stream as Id)
  const found = held?.facts.people.find((one) => one.id === person)
  if (held === undefined || found === undefined) return null
  const names = namesOf(found)
  return {
    stream,
    person,
    name: callNameOf(names),
    latin: called(names, "latin"),
    aNumber: found.aNumbers?.[0] ?? null,
    place: placeOf(found),
    counsel: found.counsel ?? [],
    ...filings(found),
    mailboxes: held.facts.asks.map(({ ask, name }) => ({
      ask,
      name: name ?? "",
      told: told.find((one) => one.ask === ask) ?? null,
    })),
  }
}

const placeOf = (person: CardPerson): string => person.facility?.name ?? person.facility?.code ?? ""

const papers = new Set([
  "motion.filed",
  "court.petition-filed",
  "habeas.filed",
  "admin-stay.requested",
  "bia.appeal-received",
  "filing.made",
])

/** What stands between her and the flight: the last paper that was filed, and a stay that nothing has ended since. */
function filings(person: CardPerson): Pick<RollPerson, "filed" | "stayUntil"> {
  let filed: RollPerson["filed"] = null
  let stayUntil: string | null = null
  for (const packed of person.events) {
    const [type, when] = packed
    if (papers.has(type)) filed = { what: type, on: when }
    if (type === "court.stay-ended" || type === "court.stay-denied") stayUntil = null
    if (type === "court.stay-ordered") {
      const { until } = unpackEvent(packed) as { readonly until?: string }
      stayUntil = until ?? ""
    }
  }
  return { filed, stayUntil }
}

const kept = new WeakMap<Indexed, MentionKeys>()
function keysOf(one: Indexed): MentionKeys {
  let keys = kept.get(one)
  if (keys === undefined) kept.set(one, (keys = mentionKeys(one.facts)))
  return keys
}

/** Everybody under each key that a word of a line can have: forty names are compared with those who sound so, not with ten thousand. */
const sounding = new WeakMap<Index, ReadonlyMap<string, readonly Indexed[]>>()
function soundingAs(index: Index): ReadonlyMap<string, readonly Indexed[]> {
  const known = sounding.get(index)
  if (known !== undefined) return known
  const made = new Map<string, Indexed[]>()
  for (const one of index.people) {
    const { surname, given } = keysOf(one)
    for (const key of new Set([...surname, ...given, ...one.facts.aNumbers])) {
      const list = made.get(key)
      if (list === undefined) made.set(key, [one])
      else list.push(one)
    }
  }
  sounding.set(index, made)
  return made
}

const MOST = 5

/** For each line whoever of ours it may mean, best first. `place`: of the list, as typed. */
export function suggestFor(core: Core, lines: readonly string[], place: string): readonly (readonly RollSuggestion[])[] {
  const there = findFacilities(place, lawNow(core).facilities, 1)[0]?.facility
  const nearness = ({ where, facility }: CardPerson): "place" | "state" | null => {
    if (there === undefined || where !== "detained" || facility === undefined) return null
    return facility.code === there.code ? "place" : facility.state === there.state ? "state" : null
  }
  const byKey = soundingAs(indexOf(core))
  return lines.map((line) => {
    const mention = mentionOf(line)
    const keys = [...mention.aNumbers, ...mention.words.flatMap(({ surname, given }) => [...surname, ...given])]
    const near = new Set(keys.flatMap((key) => byKey.get(key) ?? []))
    const found = [...near].flatMap((one): RollSuggestion[] => {
      const { stream, person, name, latin } = one
      const card = core.cards.get(stream)?.facts.people.find(({ id }) => id === person)
      // Who was removed or has arrived is on no list of today.
      if (card === undefined || card.outcome !== undefined) return []
      const { score, reasons } = mentionFits(mention, one.facts, keysOf(one), nearness(card))
      return score === 0 ? [] : [{ stream, person, name, latin, place: placeOf(card), score, reasons }]
    })
    return found.sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1)).slice(0, MOST)
  })
}

/**
 * One fixed sentence to each mailbox, in its asker's language; the same mailbox twice gets it once. What was sent is written down at
 * once, so that a cut in the middle leaves nobody told twice. A mailbox that cannot be told is named: somebody must ring.
 */
export async function tellSeen(core: Core, sighting: string, { sentence, to, texts }: TellGiven): Promise<Result<ToldNow>> {
  const pulled = await core.register.pull()
  if (!pulled.ok) return pulled
  const failed: { ask: string; refusal: ToldNow["failed"][number]["refusal"] }[] = []
  let told = 0
  for (const [ask, lines] of Map.groupBy(to, (one) => one.ask)) {
    const mail = core.mail.get(ask as Id)
    const language = mail === undefined ? undefined : requestOf(mail)?.request?.language
    const sent = await reply(core, ask, texts[language === "en" || language === "fr" ? language : "ru"])
    if (!sent.ok) {
      failed.push({ ask, refusal: sent.refusal })
      continue
    }
    told++
    const noted = await core.register.act([{ does: "tell-sighting", input: { sighting, sentence, told: lines } }])
    if (!noted.ok) return noted
  }
  core.emit({ what: "register" })
  return ok({ told, failed })
}
