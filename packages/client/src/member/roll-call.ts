// The roll call over cards and register: lines of a sighting with whoever they were found to be, suggestions for the others, and the
// sentence that goes to each family. Nobody is matched and nobody is told by itself.
import { unpackEvent } from "@safe-conduct/domain/case"
import { findFacilities } from "@safe-conduct/domain/custody"
import { type MentionKeys, keysOfMention, keysOfMentionable, mentionFits, mentionKeys, mentionOf } from "@safe-conduct/domain/person"
import type { CardPerson } from "@safe-conduct/domain/case"
import { type Seen, sightingPeople } from "@safe-conduct/domain/register"
import { randomId } from "@safe-conduct/sealing/seal"
import type { Id } from "@safe-conduct/wire"
import { type Result, no, ok } from "../result.ts"
import { called, callNameOf, namesOf } from "./called.ts"
import type { Core } from "./core.ts"
import { lawNow } from "./law-book.ts"
import { requestOf } from "./mail.ts"
import { type Index, type Indexed, indexOf } from "./people-index.ts"
import { reply } from "./reply.ts"
import { layInCase } from "./retire-words.ts"
import type {
  Confidence,
  MoreNames,
  NewRoll,
  RollCall,
  RollLine,
  RollPerson,
  RollSuggestion,
  SaidOfLine,
  TellGiven,
  ToldNow,
} from "./roll-port.ts"
import { KEPT, peopleSaid } from "./said-words.ts"

/** The latest first. A list of thirty days ago on which nobody is ours has nothing left to show. */
export async function rollCalls(core: Core): Promise<readonly RollCall[]> {
  await core.said.read()
  const { state } = core.register.folded()
  const now = core.env.now()
  return state.sightings
    .map((row): RollCall => {
      const seen = peopleSaid(core.said, state, row.sighting, now)
      const lines = seen.map((one) => lineOf(core, one)).filter(({ text, who }) => text !== null || who !== null)
      const said = row.words === undefined ? row : core.said.said(row.words)
      const young = row.made.at + KEPT > now
      return {
        sighting: row.sighting,
        kind: row.kind,
        at: String(row.at),
        place: row.place,
        source: (young && said?.source) || null,
        confidence: row.confidence,
        note: (young && said?.note) || null,
        by: core.nameOf(row.made.by),
        since: row.made.at,
        lines,
        gone: seen.length - lines.length,
      }
    })
    .filter(({ lines, since }) => lines.length > 0 || since + KEPT > now)
    .reverse()
}

const longest = 200
const wordsOf = ({ names, source, note }: MoreNames & { readonly note?: string | undefined }) => ({
  people: names.map(({ text }) => text.slice(0, longest)),
  ...(source === undefined ? {} : { source: source.slice(0, longest) }),
  ...(note === undefined ? {} : { note }),
})
const linksOf = ({ names }: MoreNames) =>
  names.map((one) => ({
    ...(one.case === undefined ? {} : { case: one.case }),
    ...(one.person === undefined ? {} : { person: one.person }),
  }))

/**
 * First the line that names the stream, then the words: whatever is cut off between the two, nothing lies where it could not be destroyed.
 * A line without its words is taken back.
 */
async function writeNames(core: Core, does: "record-sighting" | "add-to-sighting", input: object, given: MoreNames): Promise<Result<null>> {
  const words = core.said.newStream()
  const written = await core.register.act([{ does, input: { ...input, people: linksOf(given), words } }])
  if (!written.ok) return written
  const kept = await core.said.keep(words, wordsOf(given))
  const seq = written.value.at(-1)?.seq
  if (!kept.ok) await core.register.act([{ does: "strike", input: { seq, why: "its words were not stored" } }])
  core.emit({ what: "register" })
  return kept.ok ? ok(null) : kept
}

/** Whoever was named as one of ours from the first has it in her case. */
async function layNamed(core: Core, sighting: string, from: number, given: MoreNames): Promise<void> {
  for (const [n, { person }] of given.names.entries()) if (person !== undefined) await layInCase(core, sighting, from + n)
}

export async function beginRoll(core: Core, given: NewRoll): Promise<Result<{ readonly sighting: string }>> {
  const sighting = randomId()
  const { kind, at, place, confidence } = given
  const written = await writeNames(core, "record-sighting", { sighting, kind, at, place, confidence }, given)
  if (!written.ok) return written
  await layNamed(core, sighting, 0, given)
  return ok({ sighting })
}

export async function addToRoll(core: Core, sighting: string, given: MoreNames): Promise<Result<null>> {
  const pulled = await core.register.pull()
  if (!pulled.ok) return pulled
  const written = await writeNames(core, "add-to-sighting", { sighting }, given)
  if (!written.ok) return written
  const standing = sightingPeople(core.register.folded().state, sighting).length
  await layNamed(core, sighting, standing - given.names.length, given)
  return ok(null)
}

/** Which pile, who it is, or why off the list: the reason is words too, and lies with them. */
export async function sayOfSeen(core: Core, sighting: string, index: number, said: SaidOfLine): Promise<Result<null>> {
  const { as, why, ...who } = said
  const words = sightingPeople(core.register.folded().state, sighting)[index]?.words ?? null
  if (why !== undefined) {
    if (words === null) return no("words-elsewhere", "This line has no stream for what is said of it.", { at: "/why" })
    const kept = await core.said.keepWhy(words.stream as Id, words.place, why.slice(0, 2_000))
    if (!kept.ok) return kept
  }
  const done = await core.register.act([{ does: "reconcile-sighting", input: { sighting, index, as, ...who } }])
  if (!done.ok) return done
  core.emit({ what: "register" })
  if (who.person !== undefined) await layInCase(core, sighting, index)
  return ok(null)
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
    for (const key of keysOfMentionable(one.facts, keysOf(one))) {
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
    const near = new Set(keysOfMention(mention).flatMap((key) => byKey.get(key) ?? []))
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
    const sent = await sendSentence(core, ask, sentence, texts[language === "en" || language === "fr" ? language : "ru"])
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

/** Where others may have heard a mailbox's words, the shorter one of the fixed phrases: it says what is to be done, and still no name or place. */
async function sendSentence(core: Core, ask: string, sentence: Confidence, text: string): Promise<Result<null>> {
  const sent = await reply(core, ask, text)
  return !sent.ok && sent.refusal.error === "spoken-code" ? reply(core, ask, "", { phrase: `flight-${sentence}` }) : sent
}
