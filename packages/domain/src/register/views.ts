// What follows from the register: the key to open with, the next number, the letters list, who is on duty, who is unaccounted for.
import type { PolicyPin } from "../decision/policy-pin.ts"
import type { Row } from "../stream/line.ts"
import type { PublishLetter } from "./actions/publish-letter.ts"
import type { RecordRecovery } from "./actions/record-recovery.ts"
import type { SetNotice } from "./actions/set-notice.ts"
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

/** In the order in which they are woken; the last word about a moment holds. */
export const onDuty = (state: RegisterState, at: number): readonly string[] =>
  state.duty.findLast((row) => row.from <= at && at < row.until)?.members ?? []

export function noticeFor(state: RegisterState, where: SetNotice["where"], at: number): SetNotice["text"] {
  const last = state.notices.findLast((row) => row.where === where)
  return last === undefined || (last.until !== undefined && last.until <= at) ? null : last.text
}

export interface Seen {
  readonly text: string
  readonly case?: string
  readonly person?: string
  readonly as: "here" | "aboard" | "unknown" | "off-list"
}

/** The people of a sighting as last reconciled; whoever was never spoken of again is unknown. */
export function sightingPeople(state: RegisterState, sighting: string): readonly Seen[] {
  const row = state.sightings.find((one) => one.sighting === sighting)
  return (row?.people ?? []).map((named, index) => {
    const words = state.reconciled.filter((one) => one.sighting === sighting && one.index === index)
    const known = words.findLast((one) => one.person !== undefined) ?? named
    const link = {
      ...(known.case === undefined ? {} : { case: known.case }),
      ...(known.person === undefined ? {} : { person: known.person }),
    }
    return { text: named.text, ...link, as: words.at(-1)?.as ?? "unknown" }
  })
}
