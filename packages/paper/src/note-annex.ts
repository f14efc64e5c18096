// The annex to a note verbale: the narrow row, and nothing beside it. Never a claim, evidence, an affiliation, a voucher,
// a relative in Russia, a diagnosis, talk with a lawyer, or anyone else's data: there is no key to put them under.
import * as v from "valibot"
import type { Document } from "./document.ts"
import { ANumber, Day, LetterNumber, Line, listed } from "./facts.ts"
import { NoteNumber, printedNoteNumber } from "./note-verbale.ts"
import { printedANumber, printedDay } from "./printed.ts"
import { stateWordsOf } from "./words/state.ts"

export const AnnexRow = v.strictObject({
  ref: v.pipe(v.string(), v.regex(/^[A-Z0-9-]{1,12}$/)),
  surname: Line,
  given: Line,
  born: Day,
  citizenship: Line,
  aNumber: v.optional(ANumber),
  facility: Line,
  /** Left open where nothing is planned yet: a note may come before the way. */
  vehicle: v.optional(
    v.picklist([
      "THIRD_COUNTRY_REMOVAL",
      "WITHDRAW_APPLICATION",
      "VOLUNTARY_DEPARTURE",
      "SELF_REMOVAL_CONTROLLED",
      "OSUP_RELEASE_AND_TRAVEL",
      "NON_DETAINED_TRAVEL",
    ]),
  ),
  document: v.strictObject({
    type: v.picklist(["single-journey-document", "permanent-resident-visa", "temporary-resident-permit", "to-be-issued"]),
    until: v.optional(Day),
  }),
  /** Given only where more than one of the family stands in this annex: a lone code tells of somebody who is not listed. */
  family: v.optional(v.pipe(v.string(), v.regex(/^[A-Z0-9]{1,4}$/))),
  /** Flags and no more: why somebody needs a doctor is nobody's business here. */
  needs: v.pipe(v.array(v.picklist(["minor", "escort", "medical"])), v.maxLength(3)),
})
export type AnnexRow = v.InferInput<typeof AnnexRow>

const noLoneFamily = (rows: v.InferOutput<typeof AnnexRow>[]) =>
  rows.every(({ family }) => family === undefined || rows.filter((row) => row.family === family).length > 1)

export const AnnexFacts = v.strictObject({
  language: v.picklist(["en", "fr"]),
  annex: LetterNumber,
  number: NoteNumber,
  on: Day,
  marking: Line,
  rows: v.pipe(v.array(AnnexRow), v.minLength(1), v.maxLength(500), v.check(noLoneFamily, "a family code on one row alone")),
})
export type AnnexFacts = v.InferInput<typeof AnnexFacts>

export function noteAnnex(given: AnnexFacts): Document {
  const facts = listed(AnnexFacts, given)
  const { annex: words, note } = stateWordsOf(facts.language)
  const number = printedNoteNumber(facts.number)
  const name = `${note.annexes} ${facts.annex}`
  const day = (date: string) => printedDay(date, facts.language)
  return {
    kind: "note-annex",
    language: facts.language,
    title: `${name}, ${note.running(number)}`,
    running: words.running(name, number, facts.rows.length),
    marking: facts.marking,
    landscape: true,
    blocks: [
      { is: "title", text: words.title(name), under: words.under(number, day(facts.on)) },
      { is: "notice", text: words.handling, tone: "signal" },
      {
        is: "table",
        caption: words.caption,
        head: words.head,
        widths: [2, 3.4, 6, 6, 5, 4.8, 5.6, 7.4, 7, 8.4, 3, 4.4],
        rowHeader: 2,
        rows: facts.rows.map((row, at) => [
          String(at + 1),
          row.ref,
          row.surname,
          row.given,
          day(row.born),
          row.citizenship,
          row.aNumber ? printedANumber(row.aNumber) : words.none,
          row.facility,
          row.vehicle ? words.vehicle[row.vehicle] : words.none,
          row.document.until
            ? `${words.document[row.document.type]}, ${words.until(day(row.document.until))}`
            : words.document[row.document.type],
          row.family ?? words.none,
          row.needs.length ? row.needs.map((need) => words.need[need]).join(", ") : words.none,
        ]),
      },
      { is: "paragraph", text: words.total(facts.rows.length), tone: "quiet" },
    ],
  }
}
