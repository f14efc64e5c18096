// Lists and Today, computed from cards, the law's rows and the present moment: nothing here is stored, so a passing midnight or a
// changed rule needs nothing rewritten.
import { type CardPerson, factsAt, factsOfCard, unpackEvent } from "@safe-conduct/domain/case"
import { type Answer, answerFacts, type Law, levels, threateningFlights } from "@safe-conduct/domain/clock"
import { readCustody, staleness } from "@safe-conduct/domain/custody"
import { inOrder } from "@safe-conduct/domain/proceeding"
import { dutyBetween, sightingPeople } from "@safe-conduct/domain/register"
import { type DateOrInstant, instantOf, latestMoment, timeZoneOf } from "@safe-conduct/domain/time"
import { type Id, startOfHour } from "@safe-conduct/wire"
import { bothNames, type Called, called, callNameOf, namesOf } from "./called.ts"
import type { HeldCard, Look } from "./cards.ts"
import type { CaseCard } from "./case-card.ts"
import type { Core } from "./core.ts"
import { keyLines } from "./desk-keys.ts"
import { lawNow, placeOf } from "./law-book.ts"
import { lawLines } from "./law-lines.ts"
import { type Mail, requestOf } from "./mail.ts"
import { momentText } from "./moment-text.ts"
import { momentsAhead } from "./moments.ts"
import { FLIGHT_STAYS, type NamedFlight, namedFlights, stillThreatening, type ThreateningFlight } from "./named-flights.ts"
import { purgeViews } from "./purged.ts"
import { newSince, shiftBegan, shiftViews } from "./shifts.ts"
import { toDo, unreachedDays, waitsUntil } from "./to-do.ts"
import { calledOf, closed, joinedTo, rankOf } from "./tray.ts"
import type {
  CaseRow,
  ClockAnswer,
  FlightLine,
  LookLine,
  PersonLine,
  RowPerson,
  SignatureLine,
  Today,
  TrayRow,
  UnopenedReply,
  UrgencyLevel,
  WakeLine,
} from "./vault-port.ts"

const HOUR = 3_600_000

/** A card lists what was recorded before what custody says by itself; whoever reads episodes needs them by time. */
const eventsOf = (person: CardPerson) => inOrder(person.events.map(unpackEvent))

/** One moment is asked of every person of a list. */
let said: { readonly now: number; readonly text: string } | null = null
const textOfNow = (now: number): string => (said?.now === now ? said : (said = { now, text: momentText(now) })).text

export { callNameOf, momentText, namesOf }

/** Of whom nothing is recorded yet, all who stand in the same place have the same answer: children mostly, and there are many. */
const quietAnswers = new WeakMap<Law, { readonly now: number; readonly byPlace: Map<string, Answer> }>()
function quietAnswer(law: Law, facts: unknown, now: number): Answer | null {
  const { id: _id, events, ...place } = facts as { readonly id: string; readonly events: readonly unknown[] }
  if (events.length > 0) return null
  let known = quietAnswers.get(law)
  if (known?.now !== now) quietAnswers.set(law, (known = { now, byPlace: new Map() }))
  const name = JSON.stringify(place)
  const before = known.byPlace.get(name)
  if (before !== undefined) return before
  const answer = answerFacts(facts, law)
  if ("error" in answer) return null
  known.byPlace.set(name, answer)
  return answer
}

function clockOf(
  law: Law,
  facts: unknown,
  id: string,
  zone: string,
  now: number,
): { readonly clock: ClockAnswer; readonly refused: { readonly error: string; readonly at?: string } | null } {
  const quiet = quietAnswer(law, facts, now)
  if (quiet !== null) return { clock: { ...quiet, id }, refused: null }
  const answer = answerFacts(facts, law)
  if (!("error" in answer)) return { clock: answer, refused: null }
  // Facts that contradict one another give no dates, and the row says so; they never give a wrong one.
  const bare = answerFacts({ id, asOf: textOfNow(now), timeZone: zone, events: [] }, law) as Answer
  return { clock: bare, refused: { error: answer.error, ...(answer.at === undefined ? {} : { at: answer.at }) } }
}

export function personLine(core: Core, of: CaseCard, person: CardPerson, now: number, given?: unknown): PersonLine {
  const law = lawNow(core)
  const fallback = law.zones.board
  const carried = given === undefined ? factsOfCard(of, person.id) : null
  const facts = given ?? (carried === null ? null : factsAt(carried, textOfNow(now), fallback))
  const { clock, refused } = clockOf(
    law,
    facts ?? { id: person.id, asOf: textOfNow(now), timeZone: fallback, events: [] },
    person.id,
    fallback,
    now,
  )
  const names = namesOf(person)
  const { facility } = person
  return {
    person: person.id,
    names,
    cyrillic: called(names, "cyrillic"),
    latin: called(names, "latin"),
    born: person.born ?? null,
    aNumbers: person.aNumbers ?? [],
    birthCountry: person.birthCountry ?? null,
    relation: person.relation,
    where:
      person.where === undefined
        ? null
        : {
            kind: person.where,
            facility: facility?.name ?? facility?.code ?? "",
            code: facility?.code ?? null,
            state: facility?.state ?? null,
            staging: facility?.staging ?? false,
            since: person.since ?? null,
            confirmed: person.confirmed ?? null,
            how: person.how ?? null,
            detained: person.where === "detained",
          },
    zone: person.zone ?? null,
    counsel: person.counsel ?? [],
    onlyThroughCounsel: person.onlyThroughCounsel ?? false,
    reviewedUntil: person.reviewedUntil ?? null,
    lowered: (person.lowered as UrgencyLevel | undefined) ?? null,
    outcome: person.outcome ?? null,
    unreached: person.outcome !== undefined ? null : unreachedDays(person, of.openedAt, law.unreachedDays, now),
    clock,
    clockRefused: refused,
  }
}

const open = (status: string): boolean => status === "running" || status === "claimed"

/** A row of the list. `lines` replaces what the card says when the case itself is open and knows better. */
export function rowOf(core: Core, held: HeldCard<CaseCard>, now: number, lines?: readonly PersonLine[]): CaseRow {
  const { facts } = held
  const people = lines ?? facts.people.map((person) => personLine(core, facts, person, now))
  const here = people.filter((line) => line.outcome === null)
  const levelOf = (line: PersonLine): UrgencyLevel => line.lowered ?? line.clock.urgency.level
  let urgency: UrgencyLevel = "N"
  let next: CaseRow["next"] = null
  let nextMoment = Number.POSITIVE_INFINITY
  let nearest = Number.POSITIVE_INFINITY
  let named: ThreateningFlight | undefined
  for (const line of here) {
    if (levels.indexOf(levelOf(line)) < levels.indexOf(urgency)) urgency = levelOf(line)
    for (const one of line.clock.deadlines) {
      if (!open(one.status)) continue
      const moment = momentOfDate(one.hard, line.zone ?? lawNow(core).zones.board)
      if (next === null || moment < nextMoment) {
        next = { ...one, person: line.person }
        nextMoment = moment
      }
      if (one.kind === "filing" || one.kind === "window") nearest = Math.min(nearest, moment)
    }
    for (const flight of flightsOf(facts, line, core)) nearest = Math.min(nearest, flight.from)
    for (const flight of namedOf(held, line, core, now)) if (named === undefined || flight.from < named.from) named = flight
  }
  nearest = Math.min(nearest, named?.from ?? Number.POSITIVE_INFINITY)
  // A confirmed flight that names her weighs as one that stands in her case; a reported one gives its hours, and members judge.
  const raised = named?.confidence === "confirmed" && named.from - now <= lawNow(core).urgency.removalHours * HOUR
  const level = raised ? "E" : urgency
  const waits = (waitsUntil(facts.holdUntil, lawNow(core).zones.board) ?? 0) > now
  const triggers = here.filter((line) => levelOf(line) === level).flatMap((line) => line.clock.urgency.triggers)
  return {
    stream: held.stream,
    title: facts.title ?? people.map((line) => line.cyrillic || line.latin).filter(Boolean)[0] ?? "",
    people: people.map(
      (line): RowPerson => ({
        ...line,
        unreached: waits ? null : line.unreached,
        clock: { urgency: line.clock.urgency, flags: line.clock.flags },
      }),
    ),
    owner: facts.owner ?? null,
    ownerName: facts.owner === undefined ? null : core.nameOf(facts.owner),
    stage: facts.stage,
    urgency: facts.stage === "closed" ? "N" : level,
    triggers: [...new Set(raised ? ["removal-within-72h", ...triggers] : triggers)],
    next,
    hoursLeft: Number.isFinite(nearest) ? Math.max(0, Math.ceil((nearest - now) / HOUR)) : null,
    wakes: here.flatMap(({ clock }) => (clock.wake === null ? [] : [Date.parse(clock.wake.at)])),
    flight: named === undefined ? null : { person: named.person, at: String(named.at), place: named.place, confidence: named.confidence },
    changed: core.rows.get(held.stream)?.hour ?? "",
    openedAt: facts.openedAt,
    publicity: facts.publicity ?? "no",
    questions: facts.questions ?? 0,
    unconfirmed: facts.unconfirmed ?? 0,
    tasks: facts.tasks ?? [],
    asks: facts.asks.map((one) => one.ask),
    restricted: facts.restricted === true,
    behind: held.behind || !facts.whole,
    closed: facts.stage === "closed",
  }
}

function momentOfDate(text: string, zone: string): number {
  try {
    return latestMoment(text as DateOrInstant, timeZoneOf(zone))
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

function namedOf({ stream, facts }: HeldCard<CaseCard>, line: PersonLine, core: Core, now: number): readonly ThreateningFlight[] {
  const said = namedFlights(core.register.folded().state, stream)
  const person = said.length === 0 ? undefined : facts.people.find((one) => one.id === line.person)
  if (person === undefined) return []
  return stillThreatening(said, person, eventsOf(person), timeZoneOf(person.zone ?? lawNow(core).zones.board), now)
}

function flightsOf(facts: CaseCard, line: PersonLine, core: Core) {
  const person = facts.people.find((one) => one.id === line.person)
  return person === undefined ? [] : flightsOfPerson(person, lawNow(core))
}

/** Of most people no flight was ever reported; they are not put in order to learn it. */
function flightsOfPerson(person: CardPerson, law: Law) {
  if (!person.events.some(([type]) => type === "removal.scheduled")) return []
  return threateningFlights(eventsOf(person), timeZoneOf(person.zone ?? law.zones.board))
}

interface Kept {
  readonly version: number
  readonly behind: boolean
  readonly slot: number
  readonly law: Law
  readonly look: Look
  readonly named: readonly NamedFlight[]
  readonly row: CaseRow
}
/** Rows live for five minutes or until their card or the law changes, or what the register says of a flight does: ten thousand are not reckoned anew at each key. */
const SLOT = 300_000
const kept = new WeakMap<Core, Map<Id, Kept>>()

export const rowsNow = (core: Core): readonly CaseRow[] => rowsOf(core, core.cards.all())

export function rowsOf(core: Core, cards: readonly HeldCard<CaseCard>[]): readonly CaseRow[] {
  const now = core.env.now()
  return cards.map((held) => rowNow(core, held, now))
}

function rowNow(core: Core, held: HeldCard<CaseCard>, now: number): CaseRow {
  const slot = Math.floor(now / SLOT)
  let known = kept.get(core)
  if (known === undefined) kept.set(core, (known = new Map()))
  const { stream, version, behind } = held
  const before = known.get(stream)
  const named = namedFlights(core.register.folded().state, stream)
  const law = lawNow(core)
  if (
    before?.version === version &&
    before.behind === behind &&
    before.slot === slot &&
    before.law === law &&
    sameFlights(before.named, named)
  ) {
    const changed = core.rows.get(stream)?.hour ?? ""
    if (before.row.changed === changed) return before.row
    // The hour was heard after the card: nothing of it has to be reckoned again.
    const row = { ...before.row, changed }
    known.set(stream, { ...before, row })
    return row
  }
  const fresh = rowOf(core, held, now)
  // Who holds the row from before holds the same one still, so that nothing of it crosses to the page or is drawn again.
  const row = before !== undefined && JSON.stringify(before.row) === JSON.stringify(fresh) ? before.row : fresh
  known.set(stream, { version, behind, slot, law, named, row, look: lookOfRow(row) })
  return row
}

/** Until the next moment at which something about somebody in it changes. Facts that contradict one another are read again each time. */
const lookOfRow = ({ urgency, wakes, people }: CaseRow): Look =>
  people.some((person) => person.clockRefused !== null) ? [urgency, 0] : [urgency, Math.min(Number.MAX_SAFE_INTEGER, ...wakes)]

/** What the row of this card said last: here, or at the end of the sitting before. Null where nothing is known of it. */
export function lookOf(core: Core, { stream, version, last }: HeldCard<CaseCard>): Look | null {
  const before = kept.get(core)?.get(stream)
  if (before?.version === version) return before.law === lawNow(core) ? before.look : null
  return last ?? null
}

const sameFlights = (a: readonly NamedFlight[], b: readonly NamedFlight[]): boolean =>
  a === b || (a.length === b.length && a.every((one, n) => JSON.stringify(one) === JSON.stringify(b[n])))

/**
 * Whether Today could show it, by what stands in the card and by its last look: thousands of clocks that say nothing new need not be read
 * before what is urgent is on the screen. All rows are reckoned behind it (reckoning.ts), and then this answers for them as they are.
 */
function standsToday(core: Core, held: HeldCard<CaseCard>, now: number, since: number): boolean {
  const { stream, facts } = held
  if (facts.stage === "closed") return false
  const look = lookOf(core, held)
  return (
    look === null ||
    look[0] === "E" ||
    look[1] <= now ||
    (facts.unconfirmed ?? 0) > 0 ||
    changedSince(core.rows.get(stream)?.hour ?? "", since) ||
    namedFlights(core.register.folded().state, stream).length > 0
  )
}

/** Whether a moment of it may come by then; of a row that nobody has read in this sitting it is told when that is done. */
function ringsBy(core: Core, held: HeldCard<CaseCard>, until: number): boolean {
  const { stream, facts } = held
  if (facts.stage === "closed" || kept.get(core)?.has(stream) !== true) return false
  const look = lookOf(core, held)
  return look === null || look[1] <= until || facts.holdUntil !== undefined || namedFlights(core.register.folded().state, stream).length > 0
}

const changedSince = (hour: string, since: number): boolean => hour !== "" && startOfHour(hour as never) >= since - HOUR

const order = (a: CaseRow, b: CaseRow): number =>
  levels.indexOf(a.urgency) - levels.indexOf(b.urgency) ||
  (a.hoursLeft ?? Number.MAX_SAFE_INTEGER) - (b.hoursLeft ?? Number.MAX_SAFE_INTEGER) ||
  a.openedAt - b.openedAt ||
  (a.stream < b.stream ? -1 : 1)

export const listRows = (core: Core): readonly CaseRow[] => rowsNow(core).toSorted(order)

export function todayOf(core: Core, tray: readonly TrayRow[]): Today {
  const now = core.env.now()
  const since = newSince(core, now)
  const cards = core.cards.all()
  const rows = rowsOf(
    core,
    cards.filter((held) => standsToday(core, held, now, since)),
  ).toSorted(order)
  const unread = cards.filter(({ stream, facts }) => facts.stage !== "closed" && kept.get(core)?.has(stream) !== true).length
  const reviewed = (row: CaseRow): boolean => row.people.some((line) => line.reviewedUntil !== null && line.reviewedUntil > now)
  return {
    at: now,
    reached: core.reached,
    flightBar: flightBar(core, now),
    newSince: rows.filter((row) => changedSince(row.changed, since)),
    emergencies: rows.filter((row) => row.urgency === "E").toSorted((a, b) => Number(reviewed(a)) - Number(reviewed(b)) || order(a, b)),
    dueLooks: looks(core, now),
    waitingSignatures: waiting(core),
    unopenedReplies: unopened(core, now),
    waking: waking(core),
    unconfirmed: rows
      .filter((row) => row.unconfirmed > 0)
      .map(({ stream, people, title }) => ({
        stream,
        name: people[0]?.cyrillic || people[0]?.latin || title,
        latin: people[0]?.latin ?? "",
      })),
    requests: tray,
    duty: duty(core, now),
    shifts: shiftViews(core, now),
    shiftBegan: shiftBegan(core, now),
    toDo: toDo(core, now),
    moments: momentsAhead(
      core,
      rowsOf(
        core,
        cards.filter((held) => ringsBy(core, held, now + 24 * HOUR)),
      ),
      now,
      now + 24 * HOUR,
    ),
    unread,
    soFar: core.reached === null ? cards.length : null,
    keys: keyLines(core, now),
    law: lawLines(core, now),
  }
}

function flightBar(core: Core, now: number): readonly FlightLine[] {
  const law = lawNow(core)
  const found = new Map<
    string,
    { at: string; from: number; place: string; confidence: string; people: ({ stream: string; person: string } & Called)[] }
  >()
  for (const { stream, facts } of core.cards.all()) {
    if (facts.stage === "closed") continue
    for (const person of facts.people) {
      if (person.outcome !== undefined) continue
      for (const flight of flightsOfPerson(person, law)) {
        if (flight.until < now - FLIGHT_STAYS) continue
        const place = person.facility?.name ?? person.facility?.code ?? ""
        // One bar for one departure: same hour, same state of gathering.
        const key = `${Math.floor(flight.from / HOUR)}|${person.facility?.state ?? ""}`
        const line = found.get(key) ?? { at: momentText(flight.from), from: flight.from, place, confidence: flight.confidence, people: [] }
        line.people.push({ stream, person: person.id, ...bothNames(namesOf(person)) })
        found.set(key, line)
      }
    }
  }
  const fromCases = [...found.values()]
    .toSorted((a, b) => a.from - b.from)
    .map(({ from: _from, ...line }): FlightLine => ({ ...line, sighting: null, source: "case" }))
  const { state } = core.register.folded()
  const sightings = state.sightings
    .filter((row) => row.kind === "flight")
    .map(
      (row): FlightLine => ({
        sighting: row.sighting,
        at: String(row.at),
        place: row.place,
        confidence: row.confidence,
        source: "register",
        people: sightingPeople(state, row.sighting).flatMap(({ case: stream, person, as }) => {
          const found = core.cards.get(stream as Id)?.facts.people.find((one) => one.id === person)
          return stream === undefined || found === undefined || as === "here" || as === "off-list"
            ? []
            : [{ stream, person: found.id, ...bothNames(namesOf(found)) }]
        }),
      }),
    )
  return [...fromCases, ...sightings.filter((line) => momentOfDate(line.at, law.zones.board) > now - FLIGHT_STAYS)]
}

/** As long as her card and the law stand. Nobody was ever held of whom no place of custody is recorded: most need not be put in order. */
const custodies = new WeakMap<CardPerson, { readonly law: Law; readonly custody: ReturnType<typeof readCustody> }>()
function custodyOf(person: CardPerson, law: Law): ReturnType<typeof readCustody> | null {
  const before = custodies.get(person)
  if (before?.law === law) return before.custody
  if (!person.events.some(([type]) => type.startsWith("custody."))) return null
  const custody = readCustody(eventsOf(person), law.facilities)
  custodies.set(person, { law, custody })
  return custody
}

function looks(core: Core, now: number): readonly LookLine[] {
  const law = lawNow(core)
  const due: (LookLine & { readonly hours: number })[] = []
  for (const { stream, facts } of core.cards.all()) {
    if (facts.stage === "closed") continue
    for (const person of facts.people) {
      if (person.outcome !== undefined) continue
      const zone = timeZoneOf(person.zone ?? law.zones.board)
      const custody = custodyOf(person, law)
      if (custody === null) continue
      const stale = staleness(custody, instantOf(now), zone, law.custodyStaleHours)
      if (!stale.stale) continue
      due.push({
        stream,
        person: person.id,
        ...bothNames(namesOf(person)),
        aNumber: person.aNumbers?.[0] ?? null,
        countryOfBirth: person.birthCountry ?? null,
        facility: person.facility?.name ?? person.facility?.code ?? "",
        state: person.facility?.state ?? null,
        office: placeOf(core, person.facility?.code)?.office ?? null,
        staging: person.facility?.staging ?? false,
        zone,
        notFound: custody.notFound,
        confirmed: person.confirmed ?? null,
        days: stale.hours === null ? null : Math.floor(stale.hours / 24),
        hours: stale.hours ?? Number.MAX_SAFE_INTEGER,
      })
    }
  }
  return due.toSorted((a, b) => b.hours - a.hours).map(({ hours: _hours, ...line }) => line)
}

function waiting(core: Core): readonly SignatureLine[] {
  const hour = (stream: string): string => core.rows.get(stream as Id)?.hour ?? ""
  const fromCards = core.cards.all().flatMap(({ stream, facts }) =>
    (facts.waiting ?? []).map(
      (one): SignatureLine => ({
        stream,
        kind: one.what,
        entry: null,
        seq: one.seq,
        by: core.nameOf(one.by),
        ...(facts.people[0] === undefined ? { name: facts.title ?? "", latin: "" } : bothNames(namesOf(facts.people[0]))),
        mine: one.by === core.inside.member,
        void: one.void === true,
        hour: hour(stream),
      }),
    ),
  )
  const fromProposals = core.register.folded().state.proposals.flatMap(({ stream, title }) => {
    const { state } = core.proposalBook(stream as Id).folded()
    const frozen = state.freezes.at(-1)
    if (frozen === undefined || state.releases.length > 0 || state.approvals.some((row) => row.entry === frozen.made.hash)) return []
    return [
      {
        stream,
        kind: "proposal",
        entry: frozen.made.hash,
        seq: frozen.made.seq,
        by: core.nameOf(frozen.made.by),
        name: title ?? "",
        latin: "",
        mine: frozen.made.by === core.inside.member,
        void: false,
        hour: hour(stream),
      },
    ]
  })
  const fromPurges = purgeViews(core)
    .filter((one) => one.stage === "proposed")
    .map(
      (one): SignatureLine => ({
        stream: one.signing.stream,
        kind: "purge",
        entry: one.entry,
        seq: one.seq,
        by: one.by.name,
        name: one.why,
        latin: "",
        mine: one.by.mine,
        void: false,
        hour: hour(one.signing.stream),
      }),
    )
  return [...fromCards, ...fromProposals, ...fromPurges]
}

/** The case that a mailbox was joined to, what its owner is called there, and its first person. */
function joinedMail(core: Core, mail: Mail): { readonly stream: Id | null; readonly asker: string; readonly person: Called } {
  const held = core.cards.all().find((card) => card.facts.asks.some((one) => one.ask === mail.ask))
  const first = held?.facts.people[0]
  return {
    stream: held?.stream ?? null,
    asker: held?.facts.asks.find((one) => one.ask === mail.ask)?.name ?? "",
    person: first === undefined ? { name: "", latin: "" } : bothNames(namesOf(first)),
  }
}

/** Whom the desk knows stands first, then what is nearest to a plane, so that a crowd of strangers hides nobody. What was closed is quiet. */
function waking(core: Core): readonly WakeLine[] {
  const rank = (mail: Mail): number => (joinedTo(core, mail.ask) === null ? 0 : 10_000) + rankOf(mail, requestOf(mail)?.request ?? null)
  return core.mail
    .all()
    .filter((mail) => mail.wake && mail.entries.length > 0 && (joinedTo(core, mail.ask) !== null || !closed(core, mail)))
    .map((mail) => ({ mail, rank: rank(mail) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ mail }) => {
      const { stream, asker, person } = joinedMail(core, mail)
      const { name, latin } = person.name === "" ? calledOf(requestOf(mail)?.request ?? null) : person
      const beside = (text: string): string => (asker === "" || text === "" ? text : `${text} (${asker})`)
      return { ask: mail.ask, stream, name: beside(name), latin: beside(latin) }
    })
}

/** The server knows the day on which replies were last fetched, never the moment: the same day counts as opened. */
function unopened(core: Core, now: number): readonly UnopenedReply[] {
  return core.mail.all().flatMap((mail) => {
    const last = mail.answers.at(-1)
    if (last === undefined || (mail.opened !== null && mail.opened >= last.hour.slice(0, 10))) return []
    const hours = Math.max(0, Math.floor((now - startOfHour(last.hour)) / HOUR))
    const { stream, asker, person } = joinedMail(core, mail)
    const named = asker === "" ? person : { name: asker, latin: "" }
    return [{ ask: mail.ask, stream, ...named, hour: last.hour, hours }]
  })
}

function duty(core: Core, now: number): Today["duty"] {
  const [shift] = dutyBetween(core.register.folded().state, now, now + 8 * 24 * HOUR)
  const [first] = shift?.members ?? []
  return shift === undefined || first === undefined
    ? { name: null, until: null }
    : { name: core.nameOf(first) || null, until: momentText(shift.until) }
}
