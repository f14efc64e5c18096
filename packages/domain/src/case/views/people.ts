// Where someone is, who represents her, who asked for her and what each of them may know.
import { showANumber } from "../../person/a-number.ts"
import { contactOf, isSpoken, replacedBy } from "../code.ts"
import { consentsOf } from "../consents.ts"
import type { CaseRow, CaseState } from "../state.ts"

/** The place that was last said to be hers, by when it began; the later word among equals. */
export function whereabouts(state: CaseState, person: string): CaseRow<"custody"> | null {
  const rows = state.custody.filter((row) => row.person === person)
  return rows.toSorted((a, b) => (a.since === b.since ? a.made.seq - b.made.seq : a.since < b.since ? -1 : 1)).at(-1) ?? null
}

/** When her place was last confirmed, from whatever said so. */
export function lastConfirmed(state: CaseState, person: string): string | null {
  const rows = state.custody.filter((row) => row.person === person).flatMap((row) => (row.confirmed === undefined ? [] : [row.confirmed]))
  const events = state.events.flatMap((row) => (row.person === person && row.event.type === "custody.confirmed" ? [row.event.at] : []))
  return [...rows, ...events].map(String).toSorted().at(-1) ?? null
}

/** Those who represent her now: nobody has said that they left. The latest word about a name and a task counts. */
export function counselOf(state: CaseState, person: string): readonly CaseRow<"counsel">[] {
  const rows = state.counsel.filter((row) => row.person === person)
  const last = rows.filter((row, i) => !rows.slice(i + 1).some((later) => later.name === row.name && later.for === row.for))
  return last.filter((row) => row.until === undefined)
}

export interface Asker {
  readonly ask: string
  readonly name?: string
  readonly relation?: string
  readonly contact?: CaseRow<"requests">["asker"]["contact"]
  readonly theyKnow: "yes" | "no" | "unknown"
  /** For each person she asked about: what she may hear beyond what she sent herself. */
  readonly mayKnow: readonly { readonly person: string; readonly what: "agreed" | "own-words-only" }[]
  /** Others may have heard her words: fixed sentences only. */
  readonly spoken: boolean
  /** The mailbox that took the place of this one, whose words were lost. */
  readonly replacedBy: string | null
  readonly lastAnswered: number
  readonly lastAnswerAt: number | null
}

/** All who asked, with what each may know: a person's consent to tell a named relative opens more than what the asker sent. */
export function askers(state: CaseState): readonly Asker[] {
  return state.requests.map((row) => {
    const answers = state.answers.filter((one) => one.ask === row.ask)
    const { name, relation, theyKnow } = row.asker
    const contact = contactOf(state, row.ask)
    return {
      ask: row.ask,
      ...(name === undefined ? {} : { name }),
      ...(relation === undefined ? {} : { relation }),
      ...(contact === undefined ? {} : { contact }),
      theyKnow: theyKnow ?? "unknown",
      mayKnow: row.people.map(({ person }) => ({ person, what: agreedToTell(state, person, name) ? "agreed" : "own-words-only" })),
      spoken: isSpoken(state, row.ask),
      replacedBy: replacedBy(state, row.ask),
      lastAnswered: Math.max(0, ...answers.map((one) => one.repliesTo?.seq ?? 0)),
      lastAnswerAt: answers.at(-1)?.made.at ?? null,
    }
  })
}

function agreedToTell(state: CaseState, person: string, name: string | undefined): boolean {
  if (name === undefined) return false
  return consentsOf(state, person).some(
    ({ consent }) =>
      consent.scope === "FAMILY_DISCLOSURE" &&
      consent.about === name &&
      consent.givenBy.who === "person" &&
      consent.withdrawn === undefined,
  )
}

/** A-numbers as they are read aloud. */
export const shownANumbers = (numbers: readonly Parameters<typeof showANumber>[0][] | undefined): readonly string[] =>
  (numbers ?? []).map(showANumber)
