// The facts that Today and search need without opening the case. Facts, never conclusions: no deadline, no urgency, nothing "due".
// It must fit into 4 KiB of JSON. What does not fit goes in this order, each step only if the one before was not enough:
//   1. Latin spellings beyond two a person      2. tasks beyond the eight with the earliest dues, and what tasks say
//   3. mailboxes beyond eight (kept: the latest)  4. consent events (SYS rules of the desk, not of the law)
//   5. confirmations of a place but the last     6. the title, every spelling but one Cyrillic and one Latin
//   7. events, oldest first: from here on `whole` is false and a client must fold the case for the clock instead of trusting the card
//   8. of the last people everything but what finds them: names, birth date, A-numbers; in the end the last people themselves
import type { ProceedingEvent } from "../proceeding/event.ts"
import { eventSchemas, whenOf } from "../proceeding/event.ts"
import type { PersonName } from "../person/name.ts"
import { heardOf, openCodeWishes } from "./code.ts"
import type { CaseRow, CaseState } from "./state.ts"
import { peopleOf } from "./person.ts"
import { type ClockFacts, clockFacts } from "./views/clock-facts.ts"
import { type CaseStage, stageOf } from "./views/lanes.ts"
import { askers, counselOf, lastConfirmed, whereabouts } from "./views/people.ts"
import { lastReached } from "./views/reached.ts"
import { secondAwaited } from "./views/second-ears.ts"
import { loweredTo, type Waiting, waitingSignatures } from "./views/signed.ts"
import { doerOfTask, holdOf, openQuestions, openTasks, ownerOf, pendingReadings, publicityOf, reviewOf } from "./views/work.ts"

/** `[type, when, the rest]`: an event with its two commonest keys left out. */
export type PackedEvent = readonly [type: string, when: string, rest?: Readonly<Record<string, unknown>>]

/** `c` or `l` for the script, then surname, given, patronymic. */
export type PackedName = readonly [script: "c" | "l", surname: string, given: string, patronymic?: string]

export interface CardPerson {
  readonly id: string
  readonly relation: string
  readonly names: readonly PackedName[]
  readonly born?: string
  readonly birthCountry?: string
  readonly aNumbers?: readonly string[]
  readonly where?: CaseRow<"custody">["where"]
  readonly facility?: { readonly code?: string; readonly name?: string; readonly state?: string; readonly staging?: boolean }
  readonly since?: string
  readonly confirmed?: string
  readonly how?: string
  /** What she is represented for now; absent: nobody known. */
  readonly counsel?: readonly string[]
  readonly onlyThroughCounsel?: boolean
  readonly zone?: string
  readonly circuit?: string
  readonly courtState?: string
  readonly events: readonly PackedEvent[]
  readonly reviewedUntil?: number
  readonly lowered?: string
  readonly outcome?: "removed" | "arrived"
  /** When somebody last heard of her, to the hour. */
  readonly reached?: number
}

export interface CaseCard {
  readonly v: 1
  readonly title?: string
  /** Which callers in detention say. */
  readonly word?: string
  readonly stage: CaseStage
  readonly openedAt: number
  readonly restricted?: boolean
  readonly owner?: string
  readonly publicity?: "ask" | "yes"
  readonly people: readonly CardPerson[]
  /** Each mailbox with the last of its entries that was answered, when we last wrote, and the last of what its code asked that was heard. */
  readonly asks: readonly {
    readonly ask: string
    readonly answered: number
    readonly at?: number
    readonly name?: string
    readonly heard?: number
  }[]
  readonly waiting?: readonly { readonly what: Waiting["what"]; readonly by: string; readonly seq: number; readonly void?: true }[]
  readonly readings?: readonly { readonly by: readonly string[]; readonly waitsFor: "second-reader" | "reveal" }[]
  /** `text`: how it begins. */
  readonly tasks?: readonly { readonly due?: string; readonly for?: string; readonly text?: string }[]
  /** Spoken consents that wait for a second member: whose, who heard it, when. */
  readonly second?: readonly { readonly person: string; readonly by: string; readonly at: number }[]
  readonly questions?: number
  /** How much was asked by code that nobody confirmed or put aside. */
  readonly unconfirmed?: number
  readonly holdUntil?: string
  /** False where events had to be left out: fold the case for its clock. */
  readonly whole: boolean
}

export const mostCardBytes = 4_000

export function card(state: CaseState): CaseCard {
  let made = wholeCard(state)
  for (const trim of trims) {
    if (cardBytes(made) <= mostCardBytes) return made
    made = trim(made)
  }
  while (cardBytes(made) > mostCardBytes && made.people.some((person) => person.events.length > 0)) made = withoutOldestEvent(made)
  for (let i = made.people.length - 1; i >= 0 && cardBytes(made) > mostCardBytes; i--) {
    made = { ...made, people: made.people.map((person, at) => (at === i ? onlyFindable(person) : person)) }
  }
  while (cardBytes(made) > mostCardBytes && made.people.length > 1) made = { ...made, people: made.people.slice(0, -1) }
  return made
}

function onlyFindable({ id, relation, names, born, aNumbers }: CardPerson): CardPerson {
  return present({ id, relation, names, born, aNumbers, events: [] as readonly PackedEvent[] })
}

/** The line for `answerFacts` about one person of a card; null where the card does not carry all her events. */
export function factsOfCard(of: CaseCard, person: string): ClockFacts | null {
  const found = of.people.find((one) => one.id === person)
  if (found === undefined || !of.whole) return null
  return {
    id: person,
    ...(found.zone === undefined ? {} : { timeZone: found.zone }),
    ...(found.circuit === undefined ? {} : { circuit: found.circuit }),
    ...(found.courtState === undefined ? {} : { courtState: found.courtState }),
    events: found.events.map(unpackEvent),
  }
}

function wholeCard(state: CaseState): CaseCard {
  const opened = state.opened
  const tasks = openTasks(state).map((row) =>
    present({ due: row.due as string | undefined, for: doerOfTask(state, row.task) ?? undefined, text: beginning(row.text) }),
  )
  const owner = ownerOf(state)
  const publicity = publicityOf(state)
  const waiting = waitingSignatures(state).map((one) =>
    present({ what: one.what, by: one.row.made.by, seq: one.row.made.seq, void: one.void === null ? undefined : (true as const) }),
  )
  const readings = pendingReadings(state).map(({ committed, waitsFor }) => ({ by: committed, waitsFor }))
  const questions = openQuestions(state).length
  // One line a person is enough for Today: the earliest of hers.
  const second = [
    ...new Map(
      secondAwaited(state)
        .toReversed()
        .map((one) => [one.person, one]),
    ).values(),
  ]
    .map(({ person, by, at }) => ({ person, by, at }))
    .slice(0, 4)
  return present({
    v: 1 as const,
    title: opened?.title,
    word: state.caseWords?.at(-1)?.word,
    stage: stageOf(state),
    openedAt: opened?.made.at ?? 0,
    restricted: opened?.restricted === true ? true : undefined,
    owner: owner ?? undefined,
    publicity: publicity === "no" ? undefined : publicity,
    people: peopleOf(state).map((person) => personCard(state, person)),
    asks: askers(state).map((one) =>
      present({
        ask: one.ask,
        answered: one.lastAnswered,
        at: one.lastAnswerAt ?? undefined,
        name: one.name,
        heard: heardOf(state, one.ask),
      }),
    ),
    waiting: waiting.length === 0 ? undefined : waiting,
    readings: readings.length === 0 ? undefined : readings,
    tasks: tasks.length === 0 ? undefined : tasks,
    second: second.length === 0 ? undefined : second,
    questions: questions === 0 ? undefined : questions,
    unconfirmed: openCodeWishes(state).length || undefined,
    holdUntil: holdOf(state)?.until as string | undefined,
    whole: true,
  })
}

function personCard(state: CaseState, person: ReturnType<typeof peopleOf>[number]): CardPerson {
  const id = person.person
  const place = whereabouts(state, id)
  const { timeZone: _zone, ...facility } = place?.facility ?? {}
  const counsel = counselOf(state, id)
  const facts = clockFacts(state, id)
  const removed = state.removals.some((row) => row.person === id)
  const arrived = state.arrivals.some((row) => row.person === id)
  return present({
    id,
    relation: person.relation,
    // A former name finds her and never calls her: the last of a script is the one in use.
    names: [...person.names.filter((name) => name.former === true), ...person.names.filter((name) => name.former !== true)].map(packName),
    born: person.born as string | undefined,
    birthCountry: person.countryOfBirthAsRecorded ?? person.countryOfBirth,
    aNumbers: person.aNumbers?.length ? person.aNumbers : undefined,
    where: place?.where,
    facility: Object.keys(facility).length === 0 ? undefined : present(facility),
    since: place?.since as string | undefined,
    confirmed: lastConfirmed(state, id) ?? undefined,
    how: place?.how,
    counsel: counsel.length === 0 ? undefined : counsel.map((row) => row.for),
    onlyThroughCounsel: counsel.some((row) => row.onlyThroughCounsel === true) ? true : undefined,
    zone: facts.timeZone,
    circuit: facts.circuit,
    courtState: facts.courtState,
    events: facts.events.map(packEvent),
    reviewedUntil: reviewOf(state, id)?.until,
    lowered: loweredTo(state, id)?.to,
    outcome: removed ? ("removed" as const) : arrived ? ("arrived" as const) : undefined,
    reached: toTheHour(lastReached(state, id)),
  })
}

/** Nobody counts the minutes of a silence, and a card that changes with each of them is sealed for nothing. */
const toTheHour = (at: number | null): number | undefined => (at === null ? undefined : Math.floor(at / 3_600_000) * 3_600_000)

/** As much as a line of Today shows. */
const beginning = (text: string): string => (text.length <= 60 ? text : `${[...text].slice(0, 59).join("")}…`)

/** Undefined is left out, so that a card read back from JSON equals the card that was written. */
type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}
const present = <T extends object>(value: T): Present<T> =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Present<T>

function packName(name: PersonName): PackedName {
  const start = [name.script === "cyrillic" ? "c" : "l", name.surname ?? "", name.given ?? ""] as const
  return name.patronymic === undefined ? start : [...start, name.patronymic]
}

export function packEvent(event: ProceedingEvent): PackedEvent {
  const { type, on: _on, at: _at, ...rest } = event as ProceedingEvent & { on?: string; at?: string }
  const kept = present(rest)
  return Object.keys(kept).length === 0 ? [type, whenOf(event)] : [type, whenOf(event), kept]
}

export function unpackEvent([type, when, rest]: PackedEvent): ProceedingEvent {
  const key = Object.hasOwn(eventSchemas[type as keyof typeof eventSchemas].entries, "on") ? "on" : "at"
  return { type, [key]: when, ...rest } as ProceedingEvent
}

const eachPerson = (of: CaseCard, change: (person: CardPerson) => CardPerson): CaseCard => ({ ...of, people: of.people.map(change) })
const spellings = (names: readonly PackedName[], script: "c" | "l", most: number) => names.filter((name) => name[0] === script).slice(-most)
const withEvents = (of: CaseCard, keep: (events: readonly PackedEvent[]) => readonly PackedEvent[]): CaseCard =>
  eachPerson(of, (person) => ({ ...person, events: keep(person.events) }))

const consentTypes = ["consent.oral", "consent.written"]
const withoutConsents = (events: readonly PackedEvent[]) => events.filter(([type]) => !consentTypes.includes(type))

function lastConfirmationOnly(events: readonly PackedEvent[]): readonly PackedEvent[] {
  const confirmed = events.filter(([type]) => type === "custody.confirmed")
  const last = confirmed.toSorted((a, b) => (a[1] < b[1] ? -1 : 1)).at(-1)
  return events.filter((event) => event[0] !== "custody.confirmed" || event === last)
}

const trims: readonly ((of: CaseCard) => CaseCard)[] = [
  (of) =>
    eachPerson(of, (person) => ({
      ...person,
      names: [...person.names.filter((name) => name[0] === "c"), ...spellings(person.names, "l", 2)],
    })),
  (of) =>
    of.tasks === undefined
      ? of
      : {
          ...of,
          tasks: of.tasks
            .toSorted((a, b) => ((a.due ?? "9") < (b.due ?? "9") ? -1 : 1))
            .slice(0, 8)
            .map(({ text: _text, ...task }) => task),
        },
  (of) => ({ ...of, asks: of.asks.slice(-8) }),
  (of) => withEvents(of, withoutConsents),
  (of) => withEvents(of, lastConfirmationOnly),
  (of) => {
    const { title: _title, ...rest } = of
    return eachPerson(rest, (person) => ({ ...person, names: [...spellings(person.names, "c", 1), ...spellings(person.names, "l", 1)] }))
  },
]

/** The person with most events loses her oldest; what remains is no longer enough for a clock. */
function withoutOldestEvent(of: CaseCard): CaseCard {
  const most = of.people.toSorted((a, b) => b.events.length - a.events.length)[0]
  const oldest = most?.events.toSorted((a, b) => (a[1] < b[1] ? -1 : 1))[0]
  return {
    ...eachPerson(of, (person) =>
      person.id === most?.id ? { ...person, events: person.events.filter((event) => event !== oldest) } : person,
    ),
    whole: false,
  }
}

/** UTF-8 length of the card as JSON. */
export function cardBytes(of: CaseCard): number {
  let bytes = 0
  for (const letter of JSON.stringify(of)) {
    const point = letter.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}
