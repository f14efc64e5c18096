// What cannot have happened as it was typed: before a birth, in the future, a release before any detention. Whoever writes is stopped
// at the field; a fold is not, because what somebody sealed is kept and stands to be struck.
import { birthRefusal } from "../person/date.ts"
import { speaksOfTheFuture, whenOf } from "../proceeding/event.ts"
import { type Refusal, refusal } from "../refusal.ts"
import {
  type DateOrInstant,
  dayAsWritten,
  fromDayNumber,
  dayMs,
  hourMs,
  instantOf,
  latestDateOnEarth,
  type PlainDate,
} from "../time/index.ts"
import type { CustodyTyped } from "./actions/record-custody.ts"
import type { CaseAct } from "./fold.ts"
import { bornOf } from "./person.ts"
import type { ActionName, InputOf } from "./registry.ts"
import type { CaseState } from "./state.ts"

/** `at`: now, on the clock of whoever writes. */
type Rule<N extends ActionName> = (state: CaseState, input: InputOf<N>, at: number) => readonly (Refusal | null)[]

/** Null where nothing of the act is impossible; the first mistake otherwise, with the field that holds it. */
export function mistakeIn(state: CaseState, act: CaseAct, at: number): Refusal | null {
  const rule = rules[act.does] as Rule<ActionName> | undefined
  return rule?.(state, act.input as never, at).find((one) => one !== null) ?? null
}

const rules: { readonly [N in ActionName]?: Rule<N> } = {
  "add-person": (_state, { born }, at) => [bornWhen(born, at)],
  "describe-person": (state, { person, born }, at) => [bornWhen(born, at), bornAfterAll(state, person, born)],
  "record-event": (state, { person, event }, at) => {
    const pointer = "on" in event ? "/event/on" : "/event/at"
    const when = whenOf(event)
    return [
      speaksOfTheFuture(event.type) ? null : notYet(when, at, pointer),
      beforeBirth(state, person, when, pointer),
      event.type === "custody.released" ? releaseFirst(state, person, event.at, pointer) : null,
    ]
  },
  "record-custody": custodyMistakes,
  "record-decision": (state, { person, on }, at) => [notYet(on, at, "/on"), beforeBirth(state, person, on, "/on")],
  "record-removal": (state, { person, at: when }, at) => [notYet(when, at, "/at"), beforeBirth(state, person, when, "/at")],
  "hand-over": (state, { person, at: when }, at) => [notYet(when, at, "/at"), beforeBirth(state, person, when, "/at")],
  "record-arrival": (state, { person, at: when }, at) => [notYet(when, at, "/at"), beforeBirth(state, person, when, "/at")],
  "record-aftermath": (state, { person, on }, at) => [notYet(on, at, "/on"), beforeBirth(state, person, on, "/on")],
  "give-consent": (state, { consent }, at) => [
    // The clock on the wall and the one in the device differ by minutes.
    consent.at > at + hourMs ? refusal("in-the-future", "/consent/at") : null,
    beforeBirth(state, consent.person, dayAtGreenwich(consent.at), "/consent/at"),
    consent.until !== undefined && consent.until <= consent.at ? refusal("ends-before-it-begins", "/consent/until") : null,
  ],
}

/** As it was typed: what the schema fills in is not there yet. */
function custodyMistakes(state: CaseState, { person, where = "detained", since, confirmed }: CustodyTyped, at: number) {
  return [
    notYet(since, at, "/since"),
    beforeBirth(state, person, since, "/since"),
    confirmed === undefined ? null : notYet(confirmed, at, "/confirmed"),
    confirmed !== undefined && dayAsWritten(confirmed) < dayAsWritten(since) ? refusal("confirmed-before-since", "/confirmed") : null,
    where === "detained" || where === "unknown" ? null : releaseFirst(state, person, since, "/since"),
  ]
}

const dayAtGreenwich = (at: number): PlainDate => fromDayNumber(Math.floor(at / dayMs))

const bornWhen = (born: PlainDate | undefined, at: number): Refusal | null =>
  born === undefined ? null : birthRefusal(born, latestDateOnEarth(instantOf(at)), "/born")

/** A day is in the future once it has begun nowhere on earth. */
const notYet = (when: DateOrInstant, at: number, pointer: string): Refusal | null =>
  dayAsWritten(when) > latestDateOnEarth(instantOf(at)) ? refusal("in-the-future", pointer) : null

function beforeBirth(state: CaseState, person: string, when: DateOrInstant, pointer: string): Refusal | null {
  const born = bornOf(state, person)
  return born !== undefined && dayAsWritten(when) < born ? refusal("before-birth", pointer, { born }) : null
}

/** A birth date that lies behind something that is on record of the person. */
function bornAfterAll(state: CaseState, person: string, born: PlainDate | undefined): Refusal | null {
  const days = [
    ...state.events.filter((row) => row.person === person).map((row) => dayAsWritten(whenOf(row.event))),
    ...state.custody.filter((row) => row.person === person).map((row) => dayAsWritten(row.since)),
  ]
  const first = days.toSorted()[0]
  return born !== undefined && first !== undefined && first < born ? refusal("born-after-event", "/born", { on: first }) : null
}

/** Nobody is released who was not held; where no detention is on record at all, its record may still come. */
function releaseFirst(state: CaseState, person: string, when: DateOrInstant, pointer: string): Refusal | null {
  const held = [
    ...state.custody.filter((row) => row.person === person && row.where === "detained").map((row) => row.since),
    ...state.events.flatMap((row) =>
      row.person === person && (row.event.type === "custody.detained" || row.event.type === "custody.moved") ? [row.event.at] : [],
    ),
  ].map(dayAsWritten)
  const first = held.toSorted()[0]
  return first !== undefined && dayAsWritten(when) < first ? refusal("release-before-detention", pointer, { held: first }) : null
}
