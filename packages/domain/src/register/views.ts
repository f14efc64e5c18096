// What follows from the register: the key to open with, the next number, the letters list, who is unaccounted for.
import type { PolicyPin } from "../decision/policy-pin.ts"
import type { Made, Row } from "../stream/line.ts"
import type { PublishLetter } from "./actions/publish-letter.ts"
import type { RecordRecovery } from "./actions/record-recovery.ts"
import type { RecordSighting } from "./actions/record-sighting.ts"
import type { SetNotice } from "./actions/set-notice.ts"
import type { TellSighting } from "./actions/tell-sighting.ts"
import type { TriageRequest } from "./actions/triage-request.ts"
import type { RegisterState } from "./state.ts"

export const adoptedPolicy = (state: RegisterState): PolicyPin | null => state.policies.at(-1)?.policy ?? null
export const intakeSecret = (state: RegisterState, number: number): string | null =>
  state.intakeKeys.find((row) => row.number === number)?.secret ?? null
export const replySecret = (state: RegisterState, number: number): string | null =>
  state.replyKeys.find((row) => row.number === number)?.secret ?? null

/** Every use of a recovery key, and who said with whoever wrote it that it was so. */
export const recoveriesHeld = (state: RegisterState): readonly (Row<RecordRecovery> & { readonly confirmedBy: string | null })[] =>
  (state.recoveries ?? []).map((row) => ({
    ...row,
    confirmedBy: state.recoveriesConfirmed?.find(({ entry }) => entry === row.made.hash)?.made.by ?? null,
  }))

export const nextNoteNumber = (state: RegisterState, year: number): number =>
  1 + Math.max(0, ...state.noteNumbers.filter((row) => row.year === year).map((row) => row.number))

/** The list that `check` reads beside a letter: numbers, states and hashes of papers, and nobody's name. */
export interface PublishedLetter {
  readonly number: string
  readonly kind: PublishLetter["kind"]
  readonly status: PublishLetter["status"]
  readonly replacedBy?: string
  readonly sha256: readonly string[]
}

export function publishedLetters(state: RegisterState): readonly PublishedLetter[] {
  const numbers = [...new Set(state.letters.map((row) => row.number))]
  return numbers.map((number) => {
    const rows = state.letters.filter((row) => row.number === number)
    const last = rows.at(-1) as Row<PublishLetter>
    const sha256 = [...new Set(rows.flatMap((row) => row.sha256 ?? []))]
    return {
      number,
      kind: last.kind,
      status: last.status,
      ...(last.replacedBy === undefined ? {} : { replacedBy: last.replacedBy }),
      sha256,
    }
  })
}

/** What was last done about a request that has no case; null: it still lies in the tray. */
export const triageOf = (state: RegisterState, ask: string): Row<TriageRequest> | null =>
  state.triaged.findLast((row) => row.ask === ask) ?? null

export function noticeFor(state: RegisterState, where: SetNotice["where"], at: number): SetNotice["text"] {
  const last = state.notices.findLast((row) => row.where === where)
  return last === undefined || (last.until !== undefined && last.until <= at) ? null : last.text
}

export interface Seen {
  readonly index: number
  /** Null where the words lie in a stream of their own: `words`, under the place they have there. */
  readonly text: string | null
  readonly words: { readonly stream: string; readonly place: number } | null
  /** When they were written down. */
  readonly since: number
  readonly case?: string
  readonly person?: string
  readonly as: "here" | "aboard" | "unknown" | "off-list"
  readonly why?: string
  /** Mailboxes that were told, with the last sentence each was sent. */
  readonly told: readonly { readonly ask: string; readonly sentence: TellSighting["sentence"]; readonly at: number }[]
}

/** How many names one list may hold. */
export const mostSeen = 400

type SeenPerson = RecordSighting["people"][number] & Pick<Seen, "words" | "since">

/** Everybody whom a sighting names, in the order in which later words count them. */
export const peopleSeen = (state: RegisterState, sighting: string): readonly SeenPerson[] =>
  [
    ...state.sightings.filter((row) => row.sighting === sighting).slice(0, 1),
    ...(state.added ?? []).filter((row) => row.sighting === sighting),
  ].flatMap(({ people, words, made }) =>
    people.map((one, place) => ({ ...one, words: words === undefined ? null : { stream: words, place }, since: made.at })),
  )

/** Streams that hold the words of sightings, those of struck lines too: striking destroys nothing. */
export function wordStreams(state: RegisterState): readonly { readonly stream: string; readonly since: number }[] {
  const struck = state.struck.filter(({ table }) => table === "sightings" || table === "added").map(({ row }) => row)
  const rows = [...state.sightings, ...(state.added ?? []), ...struck] as readonly { readonly words?: string; readonly made: Made }[]
  return rows.flatMap(({ words, made }) => (words === undefined ? [] : [{ stream: words, since: made.at }]))
}

/** The people of a sighting as last reconciled; whoever was never spoken of again is unknown. */
export function sightingPeople(state: RegisterState, sighting: string): readonly Seen[] {
  const said = state.reconciled.filter((row) => row.sighting === sighting)
  const sent = (state.toldOf ?? []).filter((row) => row.sighting === sighting)
  return peopleSeen(state, sighting).map((named, index) => {
    const words = said.filter((one) => one.index === index)
    const known = words.findLast((one) => one.person !== undefined) ?? named
    const link = {
      ...(known.case === undefined ? {} : { case: known.case }),
      ...(known.person === undefined ? {} : { person: known.person }),
    }
    const why = words.at(-1)?.why
    const told = new Map<string, Seen["told"][number]>()
    for (const { told: all, sentence, made } of sent)
      for (const one of all) if (one.index === index) told.set(one.ask, { ask: one.ask, sentence, at: made.at })
    return {
      index,
      text: named.text ?? null,
      words: named.words,
      since: named.since,
      ...link,
      as: words.at(-1)?.as ?? "unknown",
      ...(why === undefined ? {} : { why }),
      told: [...told.values()],
    }
  })
}
