// A request becomes a case, or part of one: one member's act, and reversible. What the asker said is laid down as what an asker
// said: places and dates as reported, ticks as the domain derives them, activities as claims that nobody has judged.
import { randomId } from "@safe-conduct/sealing/seal"
import { type Request, consentsOf } from "@safe-conduct/domain/request"
import { whereabouts } from "@safe-conduct/domain/case"
import { findFacilities } from "@safe-conduct/domain/custody"
import { type Id, startOfHour } from "@safe-conduct/wire"
import { type Result, no, ok } from "../result.ts"
import type { Act } from "./book.ts"
import type { Core } from "./core.ts"
import { hear } from "./heard.ts"
import { lawNow } from "./law-book.ts"
import { type MailEntry, requestOf } from "./mail.ts"
import { filesOf, joinedTo, requestNames } from "./tray.ts"
import { beginCase, ensure } from "./cases.ts"
import type { JoinInto } from "./vault-port.ts"

const country = (typed: string | undefined): string | undefined =>
  typed !== undefined && /^[A-Z]{2}$/.test(typed.trim()) ? typed.trim() : undefined
const usState = country
const given = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T

export async function joinRequest(core: Core, ask: string, into: JoinInto = {}): Promise<Result<{ readonly stream: string }>> {
  const pulled = await core.mail.pull(ask as Id)
  if (!pulled.ok) return pulled
  const found = requestOf(pulled.value)
  if (found === null) return no("unreadable-request", "This request cannot be read as one. Make the case by hand.")
  const already = joinedTo(core, ask)
  if (already !== null) return no("already-joined", "This request is part of a case.", { params: { stream: already } })
  const { request, item } = found

  const stream = (into.stream ?? randomId()) as Id
  const book = core.caseBook(stream)
  if (into.stream !== undefined) {
    const ready = await ensure(core, stream)
    if (!ready.ok) return ready
  }
  const chosen = new Map((into.people ?? []).map(({ index, person }) => [index, person]))
  const people = request.people.map((_, index) => ({ index, person: chosen.get(index) ?? randomId() }))
  const fresh = people.filter(({ index }) => !chosen.has(index))

  const first: Act[] = [
    ...(into.stream === undefined ? beginCase(core, {}) : []),
    ...fresh.map(({ index, person }) => addPerson(request, index, person)),
    {
      does: "join-request",
      input: {
        ask,
        requestHash: item.hash,
        asker: askerOf(request),
        people,
      },
    },
  ]
  const made = await book.act(first, { roster: everyone(core) })
  if (!made.ok) return made
  const rest = [
    ...people.flatMap(({ index, person }) => saidOf(core, request, index, person, item, whereabouts(book.folded().state, person))),
    ...eventsOf(request, people),
    ...claimsOf(request, people),
    ...consentActs(core, request, people, item),
    ...noteOf(request),
    ...filesOf(item).map(
      (file): Act => ({
        does: "keep-file",
        input: given({ file, from: { ask }, name: file.name.trim() || "file", caption: file.caption }),
      }),
    ),
  ]
  // Each line is one record of its own; what the fold would refuse is left to a member's hand and does not stop the rest.
  for (const acts of chunks(
    rest.filter((act) => book.may(act.does, act.input) === null),
    50,
  )) {
    const laid = await book.act(acts)
    if (!laid.ok) return laid
  }
  const heard = await hear(core, stream, pulled.value)
  if (!heard.ok) return heard
  core.emit({ what: "tray" })
  core.emit({ what: "case", stream })
  return ok({ stream })
}

export const everyone = (core: Core): readonly Id[] =>
  Object.values(core.inside.directory.now().members)
    .filter((member) => member.until === null)
    .map((member) => member.id)
    .sort()

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))
}

const askerOf = (request: Request): object => {
  const { name, relation, contact, theyKnow } = request.asker ?? {}
  const trimmed = (text: string | undefined): string | undefined => text?.trim() || undefined
  return given({ name: trimmed(name), relation: trimmed(relation), contact, theyKnow })
}

function addPerson(request: Request, index: number, person: string): Act {
  const said = request.people[index] as Request["people"][number]
  return {
    does: "add-person",
    input: given({
      person,
      relation: said.relation ?? (index === 0 ? "principal" : "other"),
      names: requestNames(said).length > 0 ? requestNames(said) : [{ script: "latin", given: "?" }],
      born: said.born,
      countryOfBirth: country(said.countryOfBirth),
      aNumbers: said.aNumber === undefined ? undefined : [said.aNumber],
      citizenship: country(said.citizenship),
      languages: said.languages?.map((one) => one.trim()).filter((one) => one !== "" && one.length <= 40),
      health: said.health?.trim() || undefined,
    }),
  }
}

/**
 * Where, and who represents: as the family says it. A place typed in any script finds its row in the programme's list. Without a date
 * it is said as of the request's day; but a place that the case knows already keeps the day and the source that it has.
 */
function saidOf(
  core: Core,
  request: Request,
  index: number,
  person: string,
  item: MailEntry,
  known: ReturnType<typeof whereabouts>,
): Act[] {
  const { where, counsel } = request.people[index] as Request["people"][number]
  const acts: Act[] = []
  if (where !== undefined && where.kind !== "unknown") {
    const match = where.facility === undefined ? undefined : findFacilities(where.facility, lawNow(core).facilities, 1)[0]
    const place =
      match !== undefined && match.score >= 0.8
        ? {
            code: match.facility.code,
            name: match.facility.name,
            state: match.facility.state,
            staging: match.facility.staging,
            timeZone: match.facility.timeZone,
          }
        : given({ name: where.facility?.trim() || undefined, state: usState(where.state) })
    if (where.since !== undefined || known === null || known.where !== where.kind || !samePlace(known.facility, place))
      acts.push({
        does: "record-custody",
        input: { person, where: where.kind, facility: place, since: where.since ?? dayOfHour(item), how: "family" },
      })
  }
  if (counsel?.name !== undefined && counsel.name.trim() !== "") {
    const scope = (["all", "trial", "appeal", "custody"] as const).find((one) => one === counsel.for?.trim())
    acts.push({
      does: "record-counsel",
      input: given({ person, name: counsel.name.trim(), contact: counsel.contact?.trim() || undefined, for: scope ?? "all" }),
    })
  }
  return acts
}

/** Whoever names no place does not say another one. */
function samePlace(known: { readonly code?: string; readonly name?: string }, said: { readonly code?: string; readonly name?: string }) {
  if (said.code !== undefined || known.code !== undefined) return said.name === undefined || said.code === known.code
  return said.name === undefined || said.name.toLowerCase() === known.name?.toLowerCase()
}

const dayOfHour = (item: MailEntry): string => item.hour.slice(0, 10)

/** Only what carries a date that the clock can take, and always as said, never as seen. */
function eventsOf(request: Request, people: readonly { readonly index: number; readonly person: string }[]): Act[] {
  const principal = people[0]?.person
  if (principal === undefined) return []
  const isDate = (text: string | undefined): boolean =>
    text !== undefined && /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$/.test(text)
  const event = (input: object): Act => ({ does: "record-event", input: { person: principal, event: { ...input, seen: false } } })
  const { hearing, order, entry } = request
  return [
    ...(entry?.how === "cbp-one" && entry.on !== undefined ? [event({ type: "parole.poe", on: entry.on })] : []),
    ...(hearing?.kind !== undefined && hearing.kind !== "other" && isDate(hearing.at)
      ? [event({ type: "hearing.scheduled", at: hearing.at, kind: hearing.kind })]
      : []),
    ...(order?.removalDate === undefined ? [] : [event({ type: "removal.scheduled", at: order.removalDate, confidence: "reported" })]),
  ]
}

function claimsOf(request: Request, people: readonly { readonly index: number; readonly person: string }[]): Act[] {
  const principal = people[0]?.person
  return (request.activities ?? []).flatMap((activity, n) =>
    principal === undefined || (activity.what ?? "").trim() === ""
      ? []
      : [
          {
            does: "state-claim",
            input: given({
              claim: randomId(),
              person: principal,
              kind: activity.kind,
              what: (activity.what ?? "").trim(),
              when: activity.when,
              where: activity.where?.trim().slice(0, 200) || undefined,
              core: n === 0,
            }),
          },
        ],
  )
}

function consentActs(
  core: Core,
  request: Request,
  people: readonly { readonly index: number; readonly person: string }[],
  item: MailEntry,
): Act[] {
  const version = core.current.policy.consents.textVersion
  const { name } = request.asker ?? {}
  return consentsOf(request).flatMap((one) => {
    const person = typeof one.person === "number" ? people.find(({ index }) => index === one.person)?.person : undefined
    if (person === undefined) return []
    const givenBy = one.givenBy === "person" ? { who: "person" } : given({ who: "asker", name: name?.trim() || undefined })
    const consent = { person, scope: one.scope, givenBy, how: one.how, version, language: request.language, at: startOfHour(item.hour) }
    return [{ does: "give-consent", input: { id: randomId(), consent, source: { ask: item.entry.stream, seq: item.seq } } }]
  })
}

/** What has no field of its own is kept as a note in the asker's words, so that nothing said is lost from the log. */
function noteOf(request: Request): Act[] {
  const { danger, order, hearing, entry, fears, message } = request
  const lines = [
    ...(danger === undefined ? [] : [["danger", danger.kind, danger.at, danger.text]]),
    ...(order === undefined ? [] : [["order", order.exists, order.on, order.removalDate]]),
    ...(hearing === undefined ? [] : [["hearing", hearing.kind, hearing.at]]),
    ...(entry === undefined ? [] : [["entry", entry.how, entry.on]]),
    ...(fears === undefined ? [] : [["fears", fears]]),
    ...(message === undefined ? [] : [["message", message]]),
  ].map((parts) => parts.filter((part) => part !== undefined && part !== "").join(" · "))
  return lines.length === 0 ? [] : [{ does: "write-note", input: { kind: "letter", text: lines.join("\n").slice(0, 20_000) } }]
}
