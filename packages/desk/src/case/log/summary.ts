// One line of plain words for each kind of entry. Typed by the actions: a new one that is forgotten here does not compile.
import { type ActionName, codeWishOf, type InputOf, type WishRef } from "@safe-conduct/domain/case"
import type { ProceedingEvent } from "@safe-conduct/domain/proceeding"
import { fullName } from "@safe-conduct/domain/person"
import type { OpenCase } from "../case-context.ts"
import { momentIn, partialIn, whenIn } from "../day-words.ts"
import { evidenceName } from "../form/choices.ts"
import { originText } from "../../compartment/origin.ts"

interface Said {
  readonly open: OpenCase
  readonly labels: OpenCase["words"]["labels"]
  /** Of several people, whose; empty in a case of one. */
  readonly who: (person: string | undefined) => string
  readonly when: (text: string | undefined) => string
  readonly moment: (at: number) => string
}

/** What somebody wrote may end in a full stop, after which no comma follows. */
const join = (...parts: readonly (string | undefined | false)[]): string =>
  parts
    .filter((part) => typeof part === "string" && part !== "")
    .map((part, place, all) => (place < all.length - 1 ? (part as string).replace(/(\p{L}{3})\.$/u, "$1") : part))
    .join(", ")
const told = (who: string, text: string): string => (who === "" ? text : text === "" ? who : `${who}: ${text}`)

function wishOf(ref: WishRef, open: OpenCase): string | undefined {
  const wish = codeWishOf(open.view.state, ref)?.wish
  return wish && open.code.wishes[wish.kind]
}

type Summaries = { readonly [N in ActionName]: (input: InputOf<N>, said: Said) => string }

const summaries: Summaries = {
  "add-person": ({ names, relation }, { labels }) => join(fullName(names[0] ?? {}), labels.pick.relation[relation]),
  "add-task": ({ text, about, person, due, for: doer }, { who, when, open }) =>
    told(
      who(person),
      join(about === undefined ? text : open.code.taskWithdrawn, doer && doerOf(doer, open), due && open.words.tasks.due(when(due))),
    ),
  "adopt-policy": ({ policy }) => policy.id,
  "answer-request": ({ text, phrase, status }, { open, labels }) =>
    join(text, phrase && open.code.phrases[phrase], status && labels.pick.status[status]),
  approve: ({ entry }, { open }) => proposedBy(entry, open),
  "ask-next": ({ text, person }, { who }) => told(who(person), text),
  asked: ({ id, answer }, { open }) => join(open.view.state.questions.find((row) => row.id === id)?.text, answer),
  "begin-edition": ({ edition }) => String(edition),
  "bind-evidence": ({ evidence, origin, authenticity, identity, contrary }, { open, labels }) =>
    join(
      evidenceName(open, evidence),
      originText(open.words, origin),
      labels.pick.authenticity[authenticity],
      labels.pick.identity[identity],
      contrary && open.words.claims.contrary,
    ),
  "cite-proposal": ({ person, kind, step, answer }, { who, labels }) =>
    told(who(person), join(labels.pick.proposal[kind], labels.pick.step[step], answer && labels.pick.answer[answer])),
  "change-roster": ({ add, remove, why }, { open }) =>
    join(...add.map((member) => `+ ${open.nameOf(member)}`), ...remove.map((member) => `− ${open.nameOf(member)}`), why),
  "close-case": ({ as, reason }, { labels }) => join(labels.pick.closeAs[as], reason),
  "close-doubt": ({ reason }) => reason,
  "commit-reading": ({ claim }, { open }) => claimText(claim, open),
  "confirm-code": ({ ask, seq, by }, { open }) => join(wishOf({ ask, seq }, open), by),
  "describe-person": ({ person, names, ...rest }, { who, open }) =>
    told(
      who(person),
      join(
        names && fullName(names[0] ?? {}),
        Object.keys(rest)
          .map((key) => fieldOf(key, open))
          .filter((name) => name !== "")
          .join(", "),
      ),
    ),
  "fill-kit": ({ person, item, note }, { who, labels }) => told(who(person), join(labels.pick.kit[item], note)),
  "finish-task": ({ task, note }, { open }) => join(taskText(task, open), note),
  "give-case-word": ({ word }) => word,
  "give-consent": ({ consent }, { who, labels }) =>
    told(
      who(consent.person),
      join(labels.pick.scope[consent.scope], consent.about, labels.pick.givenBy[consent.givenBy.who], labels.pick.consentHow[consent.how]),
    ),
  "hand-over": ({ person, place, at, receivedBy }, { who, when }) => told(who(person), join(place, when(at), receivedBy)),
  "hear-code": ({ wish }, { open }) => join(open.code.wishes[wish.kind], "text" in wish && wish.text),
  hold: ({ until, why }, { when }) => join(until === null ? "" : when(until), why),
  "issue-letter": ({ number, language }, { open }) => join(number, open.words.letters.languages[language]),
  "join-request": ({ asker }) => join(asker.name, asker.relation),
  "keep-file": ({ name, caption }) => join(name, caption),
  "keep-message": () => "",
  "link-code": ({ by }) => by,
  "lower-urgency": ({ person, to, reason }, { who, labels }) => told(who(person), join(labels.levels[to], reason)),
  "name-compartment": ({ kind, members }, { open, labels }) => told(labels.pick.compartment[kind], members.map(open.nameOf).join(", ")),
  "mark-spoken": () => "",
  "open-case": ({ title }) => title ?? "",
  "pass-task": ({ task, for: doer, note }, { open }) =>
    join(taskText(task, open), doer === null ? open.words.tasks.nobody : doerOf(doer, open), note),
  "plan-transfer": ({ person, vehicle, on, route }, { who, labels, when }) =>
    told(who(person), join(labels.pick.vehicle[vehicle], when(on), route)),
  "propose-split": ({ people, reason }, { open }) => join(people.map(open.personName).join(", "), reason),
  "put-code-aside": ({ ask, seq, why }, { open }) => join(wishOf({ ask, seq }, open), why),
  "raise-doubt": ({ text }) => text,
  "reassess-evidence": ({ evidence, authenticity, identity, why }, { open, labels }) =>
    join(evidenceName(open, evidence), labels.pick.authenticity[authenticity], labels.pick.identity[identity], why),
  recommend: ({ person, kind, outcome }, { who, labels }) =>
    told(who(person), join(labels.pick.kind[kind], labels.pick.conclusion[outcome])),
  "record-aftermath": ({ person, on, what }, { who, when }) => told(who(person), join(when(on), what)),
  "record-arrival": ({ person, at, place, country, status }, { who, when, labels }) =>
    told(who(person), join(place, labels.pick.country[country as keyof typeof labels.pick.country] ?? country, when(at), status)),
  "record-counsel": ({ person, name, for: task, since, until, onlyThroughCounsel }, { who, when, labels, open }) =>
    told(
      who(person),
      join(
        name,
        labels.pick.counselFor[task],
        since && open.words.head.since(when(since)),
        until && `– ${when(until)}`,
        onlyThroughCounsel && open.words.head.onlyThrough,
      ),
    ),
  "record-custody": ({ person, where, facility, since, confirmed, how }, { who, when, labels, open }) =>
    told(
      who(person),
      join(
        facility.name ?? facility.code ?? labels.pick.where[where],
        facility.state,
        open.words.head.since(when(since)),
        confirmed && open.words.head.confirmed(when(confirmed), labels.pick.how[how]),
      ),
    ),
  "record-decision": ({ person, government, outcome, reference }, { who, labels }) =>
    told(who(person), join(labels.pick.government[government], outcome, reference)),
  "record-event": ({ person, event }, { who, labels, when, open }) =>
    told(
      who(person),
      join(
        labels.events[event.type],
        when("on" in event ? event.on : event.at),
        detailOf(event, labels),
        event.seen === false && open.words.form.said,
      ),
    ),
  "record-guardianship": ({ person, holder, otherParent }, { who, labels }) =>
    told(who(person), join(labels.pick.holder[holder], labels.pick.otherParent[otherParent])),
  "record-removal": ({ person, to, at }, { who, when, labels }) =>
    told(who(person), join(labels.pick.country[to as keyof typeof labels.pick.country] ?? to, when(at))),
  "record-wish": ({ person, wish, how }, { who, labels }) => told(who(person), join(labels.pick.wish[wish], labels.pick.wishHow[how])),
  "reopen-case": ({ reason }) => reason,
  "reveal-reading": ({ claim, finding, note }, { open, labels }) => join(claimText(claim, open), labels.pick.reading[finding], note),
  "review-urgency": ({ person, reason, until }, { who, moment, open }) =>
    told(who(person), join(reason, open.words.dates.reviewed(moment(until)))),
  "set-publicity": ({ publicity, note }, { labels }) => join(labels.pick.publicity[publicity], note),
  "state-claim": ({ person, kind, what, when: on }, { who, labels, open }) =>
    told(who(person), join(labels.pick.activity[kind], what, on && partialIn(open.words.language, on))),
  strike: ({ seq, why }) => `#${seq}: ${why}`,
  "take-case": ({ owner }, { open }) => (owner === null ? open.words.head.noOwner : open.nameOf(owner)),
  "confirm-consent": ({ consent, note }, { open, labels, who }) => {
    const row = open.view.state.consents.find((one) => one.id === consent)?.consent
    return told(who(row?.person), join(row && labels.pick.scope[row.scope], note))
  },
  "withdraw-consent": ({ consent, why, by }, { open, labels }) => {
    const row = open.view.state.consents.find((one) => one.id === consent)
    return join(row && labels.pick.scope[row.consent.scope], labels.pick.withdrawnBy[by], why)
  },
  "withdraw-letter": ({ number, why }) => join(number, why),
  "write-note": ({ kind, text, person, direction }, { who, labels }) =>
    told(kind === "note" ? who(person) : join(labels.pick.note[kind], direction && labels.pick.direction[direction], who(person)), text),
}

/** A task is a member's, or waits for counsel of one kind or another. */
export const doerOf = (doer: string, { words, nameOf }: OpenCase): string =>
  (words.labels.pick.counselFor as Readonly<Record<string, string>>)[doer] ?? nameOf(doer)

const taskText = (task: string, { view }: OpenCase): string | undefined => view.state.tasks.find((row) => row.task === task)?.text

const claimText = (claim: string, { view }: OpenCase): string => view.state.claims.find((row) => row.claim === claim)?.what ?? ""

function proposedBy(entry: string, { view, nameOf, words }: OpenCase): string {
  const line = view.log.find((one) => one.hash === entry)
  return line === undefined ? "" : `${words.labels.actions[line.does as ActionName] ?? line.does} (${nameOf(line.by)})`
}

const fieldNames: Readonly<Record<string, keyof OpenCase["words"]["fields"]>> = {
  born: "born", aNumbers: "aNumbers", countryOfBirth: "birthCountry", countryOfBirthAsRecorded: "birthCountryAs", citizenship: "citizenship",
  languages: "languages", health: "health", court: "circuit", relation: "relation",
} // biome-ignore format: a table
const fieldOf = (key: string, { words }: OpenCase): string => (fieldNames[key] === undefined ? "" : words.fields[fieldNames[key]])

/** What an event says beside its type and its day, in the words of its own lists. */
function detailOf(event: ProceedingEvent, { pick }: Said["labels"]): string {
  const said = event as Readonly<Record<string, unknown>>
  const lists: readonly Readonly<Record<string, string>>[] = [
    pick.outcome,
    pick.appeal,
    pick.board,
    pick.fear,
    pick.fearReview,
    pick.motion,
    pick.courtOrder,
    pick.hearing,
    pick.confidence,
    pick.heldBy,
    pick.counselFor,
    pick.how,
  ]
  const keys = ["outcome", "result", "kind", "confidence", "heldBy", "for", "facility", "state", "country", "appeal", "how"]
  return keys
    .flatMap((key) =>
      typeof said[key] === "string"
        ? [lists.find((list) => Object.hasOwn(list, said[key] as string))?.[said[key] as string] ?? (said[key] as string)]
        : [],
    )
    .join(", ")
}

export function summaryOf(does: ActionName, input: unknown, open: OpenCase, zone: string): string {
  const { words, view } = open
  const said: Said = {
    open,
    labels: words.labels,
    who: (person) => (person === undefined || view.people.length < 2 ? "" : open.personName(person)),
    when: (text) => (text === undefined ? "" : whenIn(words.language, text, zone)),
    moment: (at) => momentIn(words.language, at, zone),
  }
  try {
    return (summaries[does] as (input: unknown, said: Said) => string)(input, said)
  } catch {
    // A refused entry may hold anything: it is shown without a summary.
    return ""
  }
}
